namespace HitSongs.Grading.Prose;

/// <summary>Lines of an answer that are not read.</summary>
/// <param name="Reason">What they are, such as "an HTML comment".</param>
/// <param name="First">Number of the first of them.</param>
/// <param name="Last">Number of the last of them.</param>
internal readonly record struct LeftOut(string Reason, int First, int Last)
{
    private const int MostNamed = 4;

    /// <summary>For the author, one part for each reason.</summary>
    public static IEnumerable<string> Describe(IEnumerable<LeftOut> all) =>
        all.GroupBy(part => part.Reason, StringComparer.Ordinal)
            .Select(group => $"{group.Key} ({Places(group)}{(group.Count() > MostNamed ? ", \u2026" : "")})");

    private static string Places(IEnumerable<LeftOut> parts) =>
        string.Join(", ", parts.Select(part => part.Place).Distinct(StringComparer.Ordinal).Take(MostNamed));

    private string Place => First == Last ? $"line {First}" : $"lines {First} to {Last}";
}
