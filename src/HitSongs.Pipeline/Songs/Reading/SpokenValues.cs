using System.Text;

namespace HitSongs.Pipeline.Songs.Reading;

/// <summary>Reads values that files write in words: a key as "C#", a mode as "Major", a duration as "3:45".</summary>
internal static class SpokenValues
{
    private const string Naturals = "C D EF G A B";

    /// <returns>The value in the feature's own unit; null where the text says none.</returns>
    public static double? Of(AudioFeature feature, ReadOnlySpan<byte> text)
    {
        if (text.Length > 8)
            return null;
        var word = Encoding.UTF8.GetString(text).Trim().ToUpperInvariant();
        return feature switch
        {
            AudioFeature.Key => Key(word),
            AudioFeature.Mode => word switch { "MAJOR" or "MAJ" => 1, "MINOR" or "MIN" => 0, _ => null },
            AudioFeature.DurationMs => Duration(word),
            _ => null,
        };
    }

    /// <summary>A truth value as files write it.</summary>
    public static double? Truth(ReadOnlySpan<byte> text) => text.Length > 5 ? null : Encoding.UTF8.GetString(text).Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" => 1,
        "FALSE" or "NO" => 0,
        _ => null,
    };

    private static double? Key(string word)
    {
        var natural = word.Length is 1 or 2 ? Naturals.IndexOf(word[0]) : -1;
        if (natural < 0 || word[0] == ' ')
            return null;
        int? step = word.Length == 1 ? 0 : word[1] switch { '#' or '♯' => 1, 'B' or '♭' => -1, _ => null };
        return (natural + step + 12) % 12;
    }

    private static double? Duration(string word)
    {
        var parts = word.Split(':');
        if (parts.Length is not (2 or 3) || !parts.All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit)))
            return null;
        var numbers = parts.Select(int.Parse).ToList();
        return numbers.Skip(1).All(number => number < 60) ? 1000.0 * numbers.Aggregate(0, (sum, number) => (60 * sum) + number) : null;
    }
}
