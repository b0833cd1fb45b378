using System.Text;
using System.Text.Json.Nodes;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Importing;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Tests.Grading;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>A notebook as somebody else wrote it, cell by cell, imported by the repository's own rubric.</summary>
internal sealed class ForeignNotebook
{
    public const string CSharp = """{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"}}""";
    public const string Python = """{"kernelspec":{"display_name":"Python 3","language":"python","name":"python3"},"language_info":{"name":"python"}}""";
    public const string Colab =
        """{"colab":{"provenance":[],"toc_visible":true},"kernelspec":{"name":"python3","display_name":"Python 3"},"language_info":{"name":"python"},"accelerator":"GPU"}""";
    public const string Polyglot = """{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}}""";

    /// <summary>What a demonstration under "The backward pass" needs to compile.</summary>
    public const string Usings = "using static HitSongs.Demonstrations.Demonstration;\n";

    /// <summary>A heading with a line of answer, which is no code.</summary>
    public const string BackwardPass = "## The backward pass\n\nGradients pile up.";

    private static readonly Lazy<Rubric> Rubric = new(() => RubricFolder.Read(Path.Combine(Repository.Root, "rubric")));

    private readonly JsonArray cells = [];
    private readonly string metadata;

    public ForeignNotebook(string metadata = CSharp) => this.metadata = metadata;

    /// <summary>Cells below a line of answer to "The backward pass", imported.</summary>
    public static ImportedAnswers Demonstration(params string[] cells) => new ForeignNotebook().Text(BackwardPass).Code(cells).Import();

    public ForeignNotebook Text(params string[] texts)
    {
        texts.ToList().ForEach(text => cells.Add(new JsonObject { ["cell_type"] = "markdown", ["metadata"] = new JsonObject(), ["source"] = text }));
        return this;
    }

    public ForeignNotebook Code(params string[] codes)
    {
        codes
            .ToList()
            .ForEach(code =>
                cells.Add(
                    new JsonObject
                    {
                        ["cell_type"] = "code",
                        ["metadata"] = new JsonObject(),
                        ["execution_count"] = null,
                        ["outputs"] = new JsonArray(),
                        ["source"] = code,
                    }
                )
            );
        return this;
    }

    /// <summary>The last cell has drawn a picture.</summary>
    public ForeignNotebook Picture(byte[] png, string type = "image/png")
    {
        cells[^1]!["outputs"] = new JsonArray(
            new JsonObject
            {
                ["output_type"] = "display_data",
                ["metadata"] = new JsonObject(),
                ["data"] = new JsonObject
                {
                    [type] = Convert.ToBase64String(png, Base64FormattingOptions.InsertLineBreaks),
                    ["text/plain"] = "<Figure>",
                },
            }
        );
        return this;
    }

    public ForeignNotebook CellMetadata(string json)
    {
        cells[^1]!["metadata"] = JsonNode.Parse(json);
        return this;
    }

    public ImportedAnswers Import()
    {
        var json = new JsonObject
        {
            ["cells"] = cells.DeepClone(),
            ["metadata"] = JsonNode.Parse(metadata),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString();
        return NotebookImport
            .OfAsync(
                NotebookFile.Parse(Encoding.UTF8.GetBytes(json), "homework.ipynb"),
                Rubric.Value,
                "homework.ipynb",
                new Compiler(new ProcessSandbox()),
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
    }
}

internal static class ImportedAnswersReading
{
    public static string Answer(this ImportedAnswers imported, string question) => imported.Files[$"answers/evaluation/{question}/answer.md"];

    public static string Program(this ImportedAnswers imported, string question) => imported.Files[$"answers/evaluation/{question}/demonstration.cs"];

    public static IReadOnlyList<string> Losses(this ImportedAnswers imported) =>
        [.. imported.Remarks.Where(remark => remark.IsLoss).Select(remark => remark.Text)];

    public static IReadOnlyList<string> Texts(this ImportedAnswers imported) => [.. imported.Remarks.Select(remark => remark.Text)];
}
