using System.Text;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The first cells: what this is, whose it is, whether its songs are real, and what the cells below need.</summary>
internal static class TitleCells
{
    /// <summary>What programs of a submission may use.</summary>
    private static readonly string[] Assemblies =
    [
        "HitSongs", "HitSongs.Pipeline", "HitSongs.Transformers", "HitSongs.Programs", "TorchSharp", "ScottPlot", "SkiaSharp", "MathNet.Numerics",
        "Microsoft.ML.Core", "Microsoft.ML.Data", "Microsoft.ML.DataView", "Microsoft.ML.FastTree", "Microsoft.ML.LightGbm", "Microsoft.ML.StandardTrainers", "Microsoft.ML.Transforms",
    ];

    // Paths as seen from artifacts/, where the notebook is written; the harness itself takes its own assemblies of these names.
    public static NotebookCell SetUp { get; } = NotebookCell.Script("", "set-up", $"""
        // Needs this repository, built (dotnet build), Jupyter with the .NET (C#) kernel, and this notebook in its folder artifacts/.
        {string.Join('\n', Assemblies.Select(name => $"#r \"bin/HitSongs.Programs/debug/{name}.dll\""))}
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using HitSongs;
        using HitSongs.Pipeline.Evaluation;
        using HitSongs.Pipeline.Features;
        using HitSongs.Pipeline.Models;
        using HitSongs.Pipeline.Songs;
        using static HitSongs.Programs.Notebooks.Session;
        """);

    public static NotebookCell Title(Report report) => NotebookCell.Markdown("", "title", Text(report));

    private static string Text(Report report)
    {
        var grade = report.Grade;
        var text = new StringBuilder();
        text.Append($"# {grade.Rubric.Title}\n\n");
        if (report.Synthetic)
        {
            text.Append("> **SYNTHETIC DATA.** The songs were made by a program. No figure about songs here says anything about real ones.\n\n");
        }

        text.Append($"Submission: {grade.Submission.Name}");
        text.Append(grade.Submission.Commit is { } commit ? $", commit `{commit}`\n\n" : "\n\n");
        text.Append("Each question stands with its answer and, where it has one, its demonstration in C#. ");
        text.Append($"The code cells were run in the sandbox, one after the other, on the inputs of the graded run (seed {report.Run.Seed}); the grade itself rests on that run.\n\n");
        if (report.ShowPoints)
        {
            text.Append($"**{(grade.Passed ? "Passed" : "Not passed")}: {Numbers.Points(grade.Points)} of {Numbers.Points(grade.MaxPoints)} points** ({grade.PassMark:P0} passes)\n\n");
        }

        foreach (var section in grade.Sections)
        {
            text.Append($"- {section.Title}{Points(report, section.Points, section.MaxPoints)}\n");
            foreach (var question in section.Questions)
            {
                text.Append($"  - {question.Title}{Points(report, question.Points, question.MaxPoints)}\n");
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string Points(Report report, double points, double of) => report.ShowPoints ? $": {Numbers.Points(points)} of {Numbers.Points(of)}" : "";
}
