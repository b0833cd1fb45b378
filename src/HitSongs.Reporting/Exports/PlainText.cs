using System.Buffers;
using System.Text;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Exports;

/// <summary>Text of a submission for a file that another program shows: nothing in it steers a terminal, reorders lines or is no valid character.</summary>
internal static class PlainText
{
    // Marks, embeddings, overrides and isolates of right-to-left text.
    private static readonly SearchValues<char> Reordering = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The text with line feeds and tabs; other control characters are shown by their number, halves of surrogate pairs as U+FFFD.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsHidden(rune))
            {
                plain.Append(rune);
            }
            else
            {
                plain.Append($"[U+{rune.Value:X4}]");
            }
        }

        return plain.ToString();
    }

    /// <summary>The same on one line, at most <paramref name="limit"/> characters.</summary>
    public static string OneLine(string text, int limit)
    {
        // What is cut away need not be looked at; a character grows to eight at most.
        var start = text.Length > limit * 2 ? text[..(limit * 2)] : text;
        var line = string.Join(' ', Of(start).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= limit && start.Length == text.Length ? line : Capped.Of(line, Math.Min(limit, line.Length)).Text + "\u2026";
    }

    private static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune) || (rune.IsBmp && Reordering.Contains((char)rune.Value)) || rune.Value is 0xFFFE or 0xFFFF;
}
