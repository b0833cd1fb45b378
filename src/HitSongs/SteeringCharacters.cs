using System.Globalization;

namespace HitSongs;

/// <summary>Characters of a submission's text that act on whoever shows it: they steer a terminal, turn the direction of what follows, or break a
/// line.</summary>
internal static class SteeringCharacters
{
    public const char Shown = '\uFFFD';

    public static bool Contains(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The text with U+FFFD in the place of each of them, but for those to be kept.</summary>
    public static string Replace(string text, params ReadOnlySpan<char> but)
    {
        var plain = text.ToCharArray();
        for (var i = 0; i < plain.Length; i++)
        {
            if (Contains(plain[i]) && !but.Contains(plain[i]))
            {
                plain[i] = Shown;
            }
        }

        return new string(plain);
    }
}
