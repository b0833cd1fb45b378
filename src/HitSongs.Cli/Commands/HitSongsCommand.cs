using System.CommandLine;
using HitSongs.Cli.Commands.Data;

namespace HitSongs.Cli.Commands;

/// <summary>The command line: every verb and what they share.</summary>
internal static class HitSongsCommand
{
    public static RootCommand Create() => new("""
        Grades a technical evaluation in machine learning: written answers, demonstrations in C#, and a hit-song model.

        Example: hitsongs grade                      grades this repository, writes artifacts/report.html and artifacts/submission.ipynb

        Exit codes: 0 at or above the pass mark, or done; 1 below it, or faults found; 2 wrong usage, rubric or data; 3 the harness's own
        or the machine's fault; 130 interrupted.
        """)
    {
        GradeCommand.Create(),
        CollectCommand.Create(),
        BatchCommand.Create(),
        RegradeCommand.Create(),
        ReviewCommand.Create(),
        ReportCommand.Create(),
        ReportCommand.CreateNotebook(),
        AssignCommand.Create(),
        ImportCommand.Create(),
        DemoCommand.Create(),
        QuizCommand.Create(),
        RubricCommand.Create(),
        DataCommand.Create(),
        TrainCommand.Create(),
        ExplainCommand.Create(),
        PredictCommand.Create(),
        LeaksCommand.Create(),
        ModelCommand.Create(),
        VerifyCommand.Create(),
        VerifyCommand.CreateKey(),
        ForkCommand.Create(),
        PublishCommand.Create(),
        DoctorCommand.Create(),
    };
}
