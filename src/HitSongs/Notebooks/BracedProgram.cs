namespace HitSongs.Notebooks;

/// <summary>A program as a cell holds it: its statements in braces, so that its names and its `using` declarations end with it, and after them what it
/// hands back.</summary>
public static class BracedProgram
{
    private const string Open = "{ // the program; what it declares ends with it";
    private const string Close = "} // the end of the program";
    private const string Show = "Shown()";

    /// <summary>Puts the statements of a program in braces.</summary>
    /// <param name="code">The program, with line feeds alone.</param>
    /// <param name="first">Where the line of its first statement starts.</param>
    /// <param name="last">Where the line of its last statement ends.</param>
    public static string Wrap(string code, int first, int last) => $"{code[..first]}{Open}\n{code[first..last]}\n{Close}{code[last..]}\n{Show}";

    /// <summary>The inverse of <see cref="Wrap"/>; a cell that it did not make stays as it is.</summary>
    public static string Unwrap(string cell)
    {
        var (open, close) = (cell.IndexOf(Open + "\n", StringComparison.Ordinal), cell.IndexOf("\n" + Close, StringComparison.Ordinal));
        if (open < 0 || close < open)
        {
            return cell;
        }

        var code = cell.EndsWith("\n" + Show, StringComparison.Ordinal) ? cell[..^(Show.Length + 1)] : cell;
        return code.Remove(close, Close.Length + 1).Remove(open, Open.Length + 1);
    }
}
