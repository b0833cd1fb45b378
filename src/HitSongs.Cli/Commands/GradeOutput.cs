using HitSongs.Cli.GradeRuns;
using HitSongs.Cli.Terminal;
using HitSongs.Grading.Grades;
using Spectre.Console;

namespace HitSongs.Cli.Commands;

/// <summary>Prints a grade and chooses the exit code.</summary>
internal static class GradeOutput
{
    /// <param name="written">Files that hold the details, told on standard error.</param>
    /// <returns>0 at or above the pass mark, 1 below it, 3 where the harness itself failed.</returns>
    public static int Write(GradeRun run, bool json, IReadOnlyList<string> written)
    {
        var grade = run.Grade;
        if (json)
        {
            Console.Out.Write(GradeJson.Write(grade, run.Evidence.Run));
        }
        else
        {
            // Spectre.Console looks at the terminal's variables alone; files and pipes must stay plain.
            ScoreTable.Write(
                AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect }),
                grade,
                run.QuestionsInAll
            );
            CopyNotes.Write(Console.Out, grade);
        }

        foreach (var file in written)
        {
            Console.Error.WriteLine($"written: {Path.GetRelativePath(Directory.GetCurrentDirectory(), file)}");
        }

        return grade.Status == Grading.Grades.Status.Error ? 3 : grade.Passed ? 0 : 1;
    }
}
