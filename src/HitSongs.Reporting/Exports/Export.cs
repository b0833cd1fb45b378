namespace HitSongs.Reporting.Exports;

/// <summary>A file that other programs read a grade from, as it was asked for: KIND=FILE.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="File">Where it goes.</param>
internal sealed record Export(string Kind, string File)
{
    private static readonly SortedDictionary<string, (bool TakesMany, Func<IReadOnlyList<Graded>, string> Write)> Writers = new(StringComparer.Ordinal)
    {
        ["canvas"] = (true, CanvasGradebook.Write),
        ["classroom50"] = (false, all => Classroom50Result.Write(all[0], Environment.GetEnvironmentVariable)),
        ["csv"] = (true, CriteriaTable.Write),
        ["gradescope"] = (false, all => GradescopeResults.Write(all[0])),
        ["junit"] = (true, JUnitReport.Write),
        ["markdown"] = (true, MarkdownSummary.Write),
        ["moodle"] = (true, MoodleGradebook.Write),
        ["nbgrader"] = (true, NbgraderGrades.Write),
    };

    /// <summary>Every kind, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Kinds => Writers.Keys;

    /// <param name="text">KIND=FILE.</param>
    /// <exception cref="UsageException">It is not of that form, or there is no such kind.</exception>
    public static Export Parse(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at <= 0 || at == text.Length - 1
            ? throw new UsageException($"--export takes KIND=FILE, not {text}; kinds are {string.Join(", ", Kinds)}")
            : Writers.ContainsKey(text[..at])
            ? new Export(text[..at], text[(at + 1)..])
            : throw new UsageException($"there is no export {text[..at]}; kinds are {string.Join(", ", Kinds)}");
    }

    /// <summary>To be asked before anything slow is done.</summary>
    /// <exception cref="UsageException">There are several grades, and the format holds one.</exception>
    public void CheckHolds(int grades)
    {
        if (grades != 1 && !Writers[Kind].TakesMany)
        {
            throw new UsageException($"a file of kind {Kind} holds one submission, and there are {grades}: export them one by one");
        }
    }

    /// <summary>The content of the file.</summary>
    /// <exception cref="UsageException">There are several grades, and the format holds one.</exception>
    public string Text(IReadOnlyList<Graded> grades)
    {
        CheckHolds(grades.Count);
        return Writers[Kind].Write(grades);
    }
}
