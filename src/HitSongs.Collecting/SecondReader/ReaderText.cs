namespace HitSongs.Collecting.SecondReader;

/// <summary>Texts that come from an endpoint.</summary>
internal static class ReaderText
{
    private const int LongestName = 200;

    /// <summary>Whether it can be the name of a model: it is shown on terminals and pages.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && !name.Any(SteeringCharacters.Contains);
}
