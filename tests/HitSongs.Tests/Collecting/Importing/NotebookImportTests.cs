using System.Text;
using System.Text.Json.Nodes;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Importing;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using HitSongs.Reporting.Notebooks;
using HitSongs.Tests.Reporting;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

internal sealed class NotebookImportTests
{
    private static readonly Rubric Rubric = new("Rubric", 0.5, [new("s", "Section", [
        Asked(SampleReport.Tensors, "Tensor and Variable", demonstration: true),
        Asked(SampleReport.Backpropagation, "Backpropagation", demonstration: true),
        Asked(SampleReport.Hits, "Predict hit songs", model: true),
        Asked("primer/quiz", "A quiz")])], "");

    [TestCase("# Backpropagation\n\n## Tensor and Variable\n\ntext\n")]
    [TestCase("no line end")]
    [TestCase("---\ndata: a set\n---\n\n# Title\n\n```csharp\nvar x = 1;\n```\n")]
    [TestCase("\u2028 ümläut 🎵 </script> \\u0041 \"quoted\"\n\n\n\nend\n\n")]
    [TestCase("")]
    public void Exporting_importing_and_exporting_again_gives_the_same_notebook(string answer)
    {
        const string code = "using System;\nusing var x = new System.IO.MemoryStream();\nConsole.WriteLine(\"\"\"{\"a\":\"\"}\"\"\");\n// end";
        var report = SampleReport.Create(answer, code);
        var first = Notebook.Write(report, ExecutedCells.None);

        var imported = Import(first);

        Assert.That(imported.Remarks.Where(remark => !remark.Text.Contains("does not compile", StringComparison.Ordinal)), Is.Empty);
        Assert.That(imported.Files.GetValueOrDefault($"answers/{SampleReport.Backpropagation}/answer.md", ""), Is.EqualTo(answer));
        Assert.That(imported.Files[$"answers/{SampleReport.Backpropagation}/demonstration.cs"], Is.EqualTo(code));
        var again = report with { Evidence = report.Evidence with { Questions = [.. report.Evidence.Questions.Select(question => With(question, imported))] } };
        Assert.That(Notebook.Write(again, ExecutedCells.None), Is.EqualTo(first));
    }

    [Test]
    public void What_stands_under_a_heading_of_no_question_is_said_not_to_be_imported()
    {
        var imported = Import(Notebook4("""{"kernelspec":{"name":"python3","language":"python"}}""",
            Markdown("# My homework"), Code("import torch"),
            Markdown("## 3. *backpropagation*\nGradients add up."), Code("loss.backward()\nprint('```')"), Markdown("Then zero them.\n\n### A detail\n\nmore"),
            Markdown("## Something else"), Markdown("lost text")));

        Assert.That(imported.Files.Keys, Is.EqualTo([$"answers/{SampleReport.Backpropagation}/answer.md"]));
        Assert.That(imported.Files.Values.Single(), Does.EndWith("### A detail\n\nmore"));
        Assert.That(
            Texts(imported),
            Has.Some.Contains("\"Something else\" of cell 6 ends the answer")
                .And.Some.Contains("not imported: cell 7 (lost text)")
                .And.Some.Contains("not imported: cell 2 (import torch)")
        );
    }

    [TestCase("## Backpropagation")]
    [TestCase("# BACKPROPAGATION #")]
    [TestCase("### evaluation/pytorch/3-backpropagation")]
    [TestCase("## 3-backpropagation")]
    public void A_question_is_found_by_its_title_or_its_id(string heading)
    {
        var imported = Import(Notebook4("""{"language_info":{"name":"python"}}""",
            Markdown($"{heading}\nGradients add up."), Code("loss.backward()\n```"), Markdown("Then zero them.")));

        Assert.That(
            imported.Files[$"answers/{SampleReport.Backpropagation}/answer.md"],
            Is.EqualTo("Gradients add up.\n\n````python\nloss.backward()\n```\n````\n\nThen zero them.")
        );
        Assert.That(Texts(imported), Is.EqualTo(["kept as a quotation, not run: cell 2 (loss.backward()): Python code"]));
    }

    [TestCase("""{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"}}""", "{}", "")]
    [TestCase(
        """{"kernelspec":{"name":"python3","language":"python"}}""",
        """{"polyglot_notebook":{"kernelName":"csharp"},"vscode":{"languageId":"polyglot-notebook"}}""",
        ""
    )]
    [TestCase("""{"kernelspec":{"name":"python3","language":"python"}}""", """{"dotnet_interactive":{"language":"csharp"}}""", "")]
    [TestCase("{}", "{}", "#!csharp\n")]
    public void CSharp_cells_under_a_question_become_its_demonstration_with_usings_first(string notebook, string cell, string magic)
    {
        var imported = Import(Notebook4(notebook,
            Markdown("## Tensor and Variable"),
            Code(magic + "#r \"nuget: TorchSharp\"\nusing TorchSharp;\nvar x = torch.ones(2);", cell),
            Code(magic + "using System.Linq;\nusing var y = x + 1;\nusing (torch.no_grad()) { }", cell)));

        Assert.That(
            imported.Files,
            Is.EqualTo(
                new Dictionary<string, string>
                {
                    [$"answers/{SampleReport.Tensors}/demonstration.cs"] =
                        "using TorchSharp;\nusing System.Linq;\n\nvar x = torch.ones(2);\n\nusing var y = x + 1;\nusing (torch.no_grad()) { }\n",
                }
            )
        );
        Assert.That(Texts(imported), Has.Count.EqualTo(1).And.All.Contains("#r \"nuget: TorchSharp\" of cell 2"));
    }

    [Test]
    public void CSharp_under_a_question_for_a_model_is_the_model_and_under_one_without_a_program_a_quotation()
    {
        var imported = Import(
            Notebook4("""{"kernelspec":{"language":"C#"}}""", Markdown("# Predict hit songs"), Code("Predict([]);"), Markdown("# A quiz"), Code("var x = 1;"))
        );

        Assert.That(imported.Files, Is.EqualTo(new Dictionary<string, string>
        {
            [$"answers/{SampleReport.Hits}/model.cs"] = "Predict([]);",
            ["answers/primer/quiz/answer.md"] = "```csharp\nvar x = 1;\n```\n",
        }));
    }

    [Test]
    public void The_question_as_it_was_asked_is_no_part_of_the_answer() =>
        Assert.That(
            Import(Notebook4("{}", Markdown("## Backpropagation\n\nPrompt of Backpropagation"), Markdown("Mine."))).Files.Values,
            Is.EqualTo(["Mine."])
        );

    [Test]
    public void What_the_library_of_notebooks_would_lose_is_kept_or_told()
    {
        var imported = Import(
            Notebook4(
                """{"language_info":{"name":"python"}}""",
                Markdown("## Backpropagation"),
                """{"cell_type":"raw","metadata":{},"source":"raw *text*"}""",
                """{"cell_type":"markdown","metadata":{},"source":"![a drawing](attachment:a.png)","attachments":{"a.png":{"image/png":"AAAA"}}}""",
                """{"cell_type":"code","metadata":{"vscode":{"languageId":"csharp"}},"source":"var x = 1;","outputs":[{"output_type":"display_data","metadata":{},"data":{"application/json":{"a":[1]}}},{"output_type":"update_display_data"},7]}""",
                """{"cell_type":"code","metadata":{},"source":"x = 1","outputs":{}}"""
            )
        );
        Assert.That(
            imported.Files[$"answers/{SampleReport.Backpropagation}/answer.md"],
            Does.Contain("raw *text*").And.Contain("```python\nx = 1\n```").And.Contain("![a drawing]")
        );
        Assert.That(imported.Files[$"answers/{SampleReport.Backpropagation}/demonstration.cs"], Is.EqualTo("var x = 1;"));
        Assert.That(Texts(imported), Has.Some.Contain("raw code"));
        Assert.That(imported.Pictures.Keys, Is.EqualTo([$"answers/{SampleReport.Backpropagation}/attached-3-1.png"]));
    }

    [Test]
    public void Figures_that_the_harness_attached_are_detached_again()
    {
        var report = SampleReport.WithFigures();
        var imported = Import(Notebook.Write(report, ExecutedCells.None));
        Assert.That(
            imported.Files[$"answers/{SampleReport.Backpropagation}/answer.md"],
            Is.EqualTo(report.Evidence.Questions.Single(question => question.Question == SampleReport.Backpropagation).Answer!.Text)
        );
        Assert.That(imported.Remarks, Is.Empty);
    }

    [TestCase("", null, "no JSON")]
    [TestCase("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"\\ud800\"}]}", null, "half of a character")]
    [TestCase("{\n\"cells\": [", 2, "no JSON")]
    [TestCase("[]", null, "no notebook")]
    [TestCase("{\"nbformat\":3,\"worksheets\":[]}", null, "format 3")]
    [TestCase("{\"nbformat\":\"4\",\"cells\":[]}", null, "no notebook")]
    [TestCase("{\"nbformat\":4}", null, "no notebook")]
    [TestCase("{\"nbformat\":4,\"cells\":{}}", null, "no notebook")]
    [TestCase("{\"nbformat\":4,\"cells\":[7]}", null, "cell 1 has no cell_type")]
    [TestCase("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"markdown\",\"source\":[1]}]}", null, "cell 1 has no cell_type")]
    [TestCase("{\"nbformat\":4,\"cells\":[],\"cells\":[]}", null, "stands twice")]
    [TestCase(
        "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"x\",\"metadata\":{\"hitsongs\":{\"part\":\"answer\",\"question\":\"../../escape\"}}}]}",
        null,
        "leads out"
    )]
    public void A_notebook_that_is_none_is_refused_in_one_line(string json, int? line, string said)
    {
        var refused = Assert.Throws<InvalidInputException>(() => Import(json));
        Assert.That(refused!.Message, Does.Contain("homework.ipynb").And.Contain(said).And.Not.Contain('\n'));
        Assert.That(refused.Line, line is null ? Is.AnyOf(null, 1) : Is.EqualTo(line));
    }

    [Test]
    public void Brackets_without_end_are_refused() => Assert.Throws<InvalidInputException>(() => Import(string.Concat(Enumerable.Repeat("[", 1_000_000))));

    [TestCase("\"metadata\":[]")]
    [TestCase("\"metadata\":{\"hitsongs\":7}")]
    [TestCase("\"metadata\":{\"hitsongs\":{\"part\":{}}}")]
    [TestCase("\"metadata\":{\"hitsongs\":{\"part\":\"answer\",\"question\":\"no/such-question\"}}")]
    [TestCase("\"metadata\":{\"vscode\":\"x\"}")]
    public void Metadata_of_an_odd_shape_does_no_harm(string metadata) =>
        Assert.That(
            Import("{\"nbformat\":4,\"metadata\":7,\"cells\":[{\"cell_type\":\"code\",\"source\":\"x\"," + metadata + "}]}")
                .Remarks.Select(remark => remark.Text)
                .ToList(),
            Has.Count.EqualTo(1).And.All.StartsWith("not imported: cell 1")
        );

    private static List<string> Texts(ImportedAnswers imported) => [.. imported.Remarks.Select(remark => remark.Text)];

    private static ImportedAnswers Import(string json) =>
        NotebookImport
            .OfAsync(
                NotebookFile.Parse(Encoding.UTF8.GetBytes(json), "homework.ipynb"),
                Rubric,
                "homework.ipynb",
                new Compiler(new ProcessSandbox()),
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();

    private static QuestionEvidence With(QuestionEvidence question, ImportedAnswers imported)
    {
        var answer = imported.Files.GetValueOrDefault($"answers/{question.Question}/answer.md");
        return question with
        {
            Answer = answer is null ? null : new AnswerText($"answers/{question.Question}/answer.md", answer),
            Demonstration = question.Demonstration is not { } run
                ? null
                : run with
                {
                    Program = run.Program with { Source = imported.Files.GetValueOrDefault($"answers/{question.Question}/demonstration.cs", "") },
                },
            Model = question.Model is not { } model
                ? null
                : model with
                {
                    Program = model.Program with { Source = imported.Files[$"answers/{question.Question}/model.cs"] },
                },
        };
    }

    private static Question Asked(string id, string title, bool demonstration = false, bool model = false) =>
        new(id, title, $"Prompt of {title}", demonstration ? new(10, 512) : null, model ? new(10, 512, 5) : null, [], null);

    private static string Notebook4(string metadata, params string[] cells) =>
        $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{{metadata}},"cells":[{{string.Join(',', cells)}}]}""";

    private static string Markdown(string text) =>
        new JsonObject
        {
            ["cell_type"] = "markdown",
            ["metadata"] = new JsonObject(),
            ["source"] = text,
        }.ToJsonString();

    private static string Code(string text, string metadata = "{}") =>
        new JsonObject
        {
            ["cell_type"] = "code",
            ["metadata"] = JsonNode.Parse(metadata),
            ["source"] = new JsonArray([.. text.Split('\n').Select((line, i) => (JsonNode)(i < text.Split('\n').Length - 1 ? line + "\n" : line))]),
        }.ToJsonString();
}
