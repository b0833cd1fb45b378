namespace HitSongs.Grading.Statements;

/// <summary>Words that mean one thing, by the name of their group, and pairs of groups that mean the contrary of one another.</summary>
internal sealed record Synonyms(IReadOnlyDictionary<string, IReadOnlyList<string>> Groups, IReadOnlyList<(string One, string Other)> Opposites)
{
    public static Synonyms None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(), []);

    /// <summary>These and those of one question; a word that both have belongs to the question's group.</summary>
    public Synonyms With(IReadOnlyDictionary<string, IReadOnlyList<string>> own)
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, words) in own)
        {
            groups.Add(name, [.. words, .. Groups.GetValueOrDefault(name, [])]);
        }

        foreach (var (name, words) in Groups)
        {
            groups.TryAdd(name, words);
        }

        return this with { Groups = groups };
    }
}
