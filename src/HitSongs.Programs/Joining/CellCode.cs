namespace HitSongs.Programs.Joining;

/// <summary>The C# code of a notebook's cell.</summary>
/// <param name="Number">The cell's place in the notebook, from 1.</param>
/// <param name="Code">Its text, with whatever directives and magics it has.</param>
/// <param name="IsProgram">Whether the harness wrote it, as a whole program.</param>
internal sealed record CellCode(int Number, string Code, bool IsProgram = false);

/// <summary>Text to put in the place of other text.</summary>
/// <param name="Start">Offset in the cell's code.</param>
internal readonly record struct TextEdit(int Start, int Length, string Text)
{
    /// <summary>A part of a text after those edits that lie in it.</summary>
    /// <param name="edits">None overlaps another.</param>
    public static string Apply(string text, int start, int end, IEnumerable<TextEdit> edits)
    {
        var (result, position) = (new System.Text.StringBuilder(), start);
        // At one place what is put in comes before what is replaced.
        var inside = edits.Where(edit => edit.Start >= start && edit.Start < end && edit.Start + edit.Length <= end);
        foreach (var edit in inside.OrderBy(edit => edit.Start).ThenBy(edit => edit.Length))
        {
            result.Append(text, position, edit.Start - position).Append(edit.Text);
            position = edit.Start + edit.Length;
        }

        return result.Append(text, position, end - position).ToString();
    }
}
