namespace HitSongs.Grading.Samples;

/// <summary>Texts that hold every word of a good answer, and of which their author states nothing.</summary>
internal static class StanceAttack
{
    private static readonly string[] Padding =
    [
        "Much has been written about this subject, and opinions differ in many places.",
        "It would take too long to go into all of it here, so I keep to what I know.",
        "Whoever is interested will find more in the books that everybody knows.",
    ];

    /// <param name="sentences">Those of a good answer.</param>
    /// <param name="names">The names of the question's concepts.</param>
    public static IEnumerable<Attack> On(IReadOnlyList<string> sentences, IReadOnlyList<string> names)
    {
        var whole = string.Join(' ', sentences);
        yield return new(
            "names joined and denied far off",
            string.Join(". ", [.. names, .. Padding]) + " Nothing of what stands at the beginning is the case.",
            true
        );
        yield return new("called wrong at the end", $"{whole}\n\nAll of the above is wrong.", true);
        yield return new("framed as a myth", $"There is a widespread myth about this, and it goes as follows.\n\n{whole}", true);
        yield return new("quoted and called mistaken", $"Somebody wrote this:\n\n> {whole}\n\nHe is mistaken in every point.", true);
        yield return new("asked", string.Join(' ', sentences.Select(sentence => $"Is it true that {Inner(sentence)}? I cannot say.")), true);
        yield return new("wished", string.Join(' ', sentences.Select(sentence => $"It would be nice if {Inner(sentence)}.")), true);
        yield return new(
            "reported",
            string.Join(' ', sentences.Select(sentence => $"Some people say that {Inner(sentence)}.")) + " I do not know whether they are right.",
            true
        );
        yield return new("taken back", $"{whole}\n\nOn second thoughts, none of this is true.", true);
    }

    // In the middle of a sentence: without its end, and with a small letter where the first word is no name.
    private static string Inner(string sentence)
    {
        var text = sentence.TrimEnd('.', '!', ' ');
        return text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
