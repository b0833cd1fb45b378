using HitSongs.Cli.Terminal;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Cli.Commands;

/// <summary>Tells of passages that stand in two texts; the report shows them side by side.</summary>
internal static class CopyNotes
{
    private const int Shown = 10;
    private const int ShownOfAPassage = 100;

    public static void Write(TextWriter output, Grade grade)
    {
        if (grade.Copies.Count == 0)
        {
            return;
        }

        output.WriteLine(
            $"{Numbers.Count(grade.Copies.Count, "passage stands", "passages stand")} in two texts. A person judges that; no points were taken for it:"
        );
        foreach (var finding in grade.Copies.Take(Shown))
        {
            output.WriteLine(
                $"  {Plain(finding.File)}:{finding.Line} and {Plain(finding.Source)}:{finding.SourceLine} share {finding.Words} words: "
                    + $"\"{Plain(Start(finding.Passage))}\""
            );
        }

        if (grade.Copies.Count > Shown)
        {
            output.WriteLine($"  and {grade.Copies.Count - Shown} more, in grade.json");
        }
    }

    private static string Start(string passage) => passage.Length <= ShownOfAPassage ? passage : Capped.Of(passage, ShownOfAPassage).Text + "\u2026";

    /// <summary>On one line; no character of a submission may steer the terminal.</summary>
    private static string Plain(string text) => ScoreTable.Harmless(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
