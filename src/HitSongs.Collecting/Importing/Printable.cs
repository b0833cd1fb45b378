namespace HitSongs.Collecting.Importing;

/// <summary>Text of a notebook as one line of a message.</summary>
internal static class Printable
{
    private const int Most = 100;

    public static string Of(string text) =>
        string.Concat(text.Take(Most).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character));
}
