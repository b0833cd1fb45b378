using System.Diagnostics;
using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;
using HitSongs.Notebooks;
using HitSongs.Reporting;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Notebooks;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class NotebookTests
{
    private const string CellId = "^[a-zA-Z0-9_-]{1,64}$";

    private readonly JsonObject _notebook = JsonNode.Parse(Notebook.Write(SampleReport.Create(), ExecutedCells.None))!.AsObject();

    private IEnumerable<JsonObject> Cells => _notebook["cells"]!.AsArray().Select(cell => cell!.AsObject());

    [Test]
    public void Jupyters_own_library_finds_it_valid()
    {
        var python = OperatingSystem.IsWindows() ? "python" : "/usr/bin/python3";
        if (Run(python, "import nbformat", "") is not { Code: 0 })
        {
            Assert.Ignore("needs Python with nbformat (Debian: apt-get install python3-nbformat)");
        }

        var checker = "import sys, nbformat; nbformat.validate(nbformat.reads(sys.stdin.read(), as_version=nbformat.NO_CONVERT))";
        foreach (
            var report in new[]
            {
                SampleReport.Create(),
                SampleReport.WithFigures(),
                Drawn(SampleReport.Create()),
                SampleReport.Create(answer: "", code: "", output: ""),
            }
        )
        {
            var result = Run(python, checker, Notebook.Write(report, ExecutedCells.None))!.Value;
            Assert.That(result.Code, Is.Zero, result.Errors);
        }
    }

    [Test]
    public void Cells_have_what_the_format_asks_for()
    {
        Assert.That((int)_notebook["nbformat"]!, Is.EqualTo(4));
        Assert.That((int)_notebook["nbformat_minor"]!, Is.EqualTo(5));
        Assert.That((string?)_notebook["metadata"]!["kernelspec"]!["name"], Is.EqualTo(".net-csharp"));
        Assert.That(Cells.Select(cell => (string)cell["id"]!), Is.Unique.And.All.Match(CellId));
        foreach (var cell in Cells)
        {
            var code = (string?)cell["cell_type"] == "code";
            Assert.That(cell.ContainsKey("outputs") && cell.ContainsKey("execution_count"), Is.EqualTo(code));
            Assert.That(cell["source"], Is.InstanceOf<JsonArray>());
        }
    }

    [Test]
    public void Lines_end_where_the_format_wants_them_to()
    {
        foreach (var source in Cells.Select(cell => cell["source"]!.AsArray().Select(line => (string)line!).ToList()))
        {
            Assert.That(source.SkipLast(1), Is.All.EndsWith("\n"));
            Assert.That(source.Where(line => line.TrimEnd('\n').Contains('\n', StringComparison.Ordinal)), Is.Empty);
        }
    }

    [Test]
    public void The_first_cell_says_that_songs_are_synthetic_only_where_they_are()
    {
        Assert.That(Text(Cells.First()), Does.StartWith("# ").And.Contain("SYNTHETIC DATA"));
        var real = JsonNode.Parse(Notebook.Write(SampleReport.Create(synthetic: false), ExecutedCells.None))!;
        Assert.That(real.ToJsonString(), Does.Not.Contain("ynthetic").And.Not.Contain("SYNTHETIC"));
    }

    [Test]
    public void A_question_is_its_prompt_its_answer_and_its_demonstration_with_the_outputs_of_the_run()
    {
        var cells = Cells.ToList();
        var prompt = cells.FindIndex(cell => Text(cell).Contains("### Backpropagation", StringComparison.Ordinal));
        Assert.That(
            Text(cells[prompt]),
            Does.Contain("\n> Explain **backpropagation** in PyTorch and show that gradients accumulate.\n>\n> - What"),
            "what was asked is told apart from what is answered"
        );
        Assert.That(Text(cells[prompt + 1]), Does.StartWith("#### Backpropagation"));
        Assert.That(Text(cells[prompt + 2]), Is.EqualTo("Given(\"\"\"\n    {\n      \"x\": [1.5, -2, 0.25],\n      \"seed\": 7\n    }\n    \"\"\");"));
        Assert.That(Text(cells[prompt + 3]), Does.Match(@"\A\{ //[^\n]*\nvar x = torch\.tensor\(").And.EndsWith("Shown()"));
        var outputs = cells[prompt + 3]["outputs"]!.AsArray();
        Assert.That((string?)outputs[0]!["text"]![0], Is.EqualTo("loss 0.50\n"));
        Assert.That(Joined(outputs[1]!["data"]!["text/plain"]!), Is.EqualTo("grad: [3,-4,0.5]\ngradAfterSecondBackward: [3,-4,0.5]"));
        Assert.That(Joined(outputs[1]!["data"]!["text/html"]!), Does.Contain("<table>").And.Contain("[3,-4,0.5]"));
    }

    [Test]
    public void A_demonstration_that_did_not_end_well_shows_the_stored_reason()
    {
        var error = Cells.SelectMany(cell => cell["outputs"]?.AsArray() ?? []).Single(output => (string?)output!["output_type"] == "error")!;
        Assert.That((string?)error["ename"], Is.EqualTo(nameof(RunOutcome.Missing)));
        Assert.That((string?)error["evalue"], Does.Contain("There is no Demonstration.cs"));
    }

    [Test]
    public void Charts_are_pictures_with_their_alternative_text_and_a_caption_above()
    {
        var report = Drawn(SampleReport.Create());
        var cells = JsonNode.Parse(Notebook.Write(report, ExecutedCells.None))!["cells"]!.AsArray().Select(cell => cell!.AsObject()).ToList();
        var picture = cells.FindIndex(cell => cell["outputs"]?.AsArray().Any(output => output!["data"]?["image/png"] is not null) == true);
        var data = cells[picture]["outputs"]![0]!["data"]!;
        Assert.That(Convert.FromBase64String((string)data["image/png"]!), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(Joined(data["text/plain"]!), Is.EqualTo(report.Charts[0].AltText));
        Assert.That(Text(cells[picture - 1]), Does.Contain(report.Charts[0].Caption));
    }

    [Test]
    public void Cells_that_were_run_are_counted_from_the_top_and_others_are_not()
    {
        var report = SampleReport.Create();
        var run = Notebook
            .Cells(report)
            .Where(cell => cell.Kind == CellKind.Program || cell.Part == "chart")
            .ToDictionary(
                cell => cell.Id,
                cell => new CellResult(
                    cell.Id,
                    [
                        CellOutput.Printed("one\n"),
                        CellOutput.Of(
                            new CellTable(
                                ["<a>", "b"],
                                [
                                    ["<script>", "2"],
                                ]
                            )
                        ),
                        CellOutput.FigureOf("none"),
                    ]
                )
            );
        var cells = JsonNode.Parse(Notebook.Write(report, new ExecutedCells(run)))!["cells"]!
            .AsArray()
            .Where(cell => (string?)cell!["cell_type"] == "code")
            .ToList();
        Assert.That(cells.Select(cell => (int?)cell!["execution_count"]).OfType<int>(), Is.EqualTo(Enumerable.Range(1, run.Count)));
        var outputs = cells.First(cell => (int?)cell!["execution_count"] == 1)!["outputs"]!.AsArray();
        Assert.That(outputs.Select(output => (string?)output!["output_type"]), Is.EqualTo(["stream", "execute_result", "execute_result"]));
        Assert.That(
            Joined(outputs[1]!["data"]!["text/html"]!),
            Does.Contain("&lt;script&gt;").And.Contain("<td class=\"number\">2</td>").And.Not.Contain("<script>")
        );
        Assert.That(Joined(outputs[2]!["data"]!["text/plain"]!), Is.EqualTo("The figure none is not in the evidence."));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void The_title_page_tells_the_points_only_where_the_evaluator_says_so(bool points)
    {
        var title = Text(JsonNode.Parse(Notebook.Write(SampleReport.Create() with { ShowPoints = points }, ExecutedCells.None))!["cells"]![0]!.AsObject());
        Assert.That(title.Contains("19.5 of 35 points", StringComparison.Ordinal), Is.EqualTo(points));
        Assert.That(title.Contains("7.5 of 10", StringComparison.Ordinal), Is.EqualTo(points));
    }

    [Test]
    public void The_contents_lead_to_every_heading_by_the_address_that_Jupyter_gives_it_and_by_an_element_above_it()
    {
        var title = Text(Cells.First());
        Assert.That(
            title,
            Does.Contain("[Tensor and Variable](#Tensor-and-Variable)")
                .And.Contain("[Predict hit songs](#Predict-hit-songs)")
                .And.Contain("(#Songs-and-models-in-charts)")
        );
        var all = string.Concat(Cells.Select(Text));
        foreach (var address in title.Split("](#").Skip(1).Select(rest => Uri.UnescapeDataString(rest[..rest.IndexOf(')', StringComparison.Ordinal)])))
        {
            Assert.That(all, Does.Contain($"<a id=\"{address}\"></a>\n\n").And.Contain($"# {address.Replace('-', ' ')}"));
        }
    }

    [Test]
    public void Many_inputs_stand_on_lines_that_a_screen_holds_are_folded_and_are_the_inputs_of_the_run()
    {
        var report = SampleReport.Create();
        var inputs = new JsonObject
        {
            ["x"] = new JsonArray([.. Enumerable.Range(0, 400).Select(i => (JsonNode)(i / 1024.0))]),
            ["text"] = "a \"\"\" b\u2028",
            ["rows"] = new JsonArray([.. Enumerable.Range(0, 30).Select(i => new JsonArray(i, "x"))]),
        };
        var many = report.Evidence.Questions.Select(question =>
            question.Demonstration is null
                ? question
                : question with
                {
                    Demonstration = question.Demonstration with { Inputs = (JsonObject)inputs.DeepClone() },
                }
        );
        var cells = JsonNode.Parse(Notebook.Write(report with { Evidence = report.Evidence with { Questions = [.. many] } }, ExecutedCells.None))!["cells"]!
            .AsArray()
            .Select(cell => cell!.AsObject());
        var cell = cells.First(cell => (string?)cell["metadata"]!["hitsongs"]!["part"] == "inputs");
        var text = Text(cell);
        Assert.That(text.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(120));
        Assert.That((bool)cell["metadata"]!["jupyter"]!["source_hidden"]!, Is.True);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(text["Given(\"\"\"".Length..^"\"\"\");".Length]), inputs), Is.True);
    }

    [TestCase("saved in /tmp/checkpoint-tQCb5R\n", "saved in /tmp/checkpoint-…\n")]
    [TestCase("/tmp/fine-tuning-Ab12Cd/model.safetensors", "/tmp/fine-tuning-…/model.safetensors")]
    [TestCase("/tmp/tmpXyZ123.tmp and /tmp/abcd1234.xyz", "/tmp/tmp… and /tmp/…")]
    [TestCase("/tmp/checkpoint/step-5 of 10", "/tmp/checkpoint/step-5 of 10")]
    public void Names_of_temporary_folders_do_not_make_two_notebooks_differ(string printed, string told) =>
        Assert.That(StableText.Of(printed), Is.EqualTo(told));

    [Test]
    public void A_figure_that_the_answer_embeds_is_attached_to_its_cell_and_shown_by_the_program_that_drew_it()
    {
        var report = SampleReport.WithFigures();
        var cells = JsonNode.Parse(Notebook.Write(report, ExecutedCells.None))!["cells"]!.AsArray().Select(cell => cell!.AsObject()).ToList();
        var answer = cells.Single(cell => (string?)cell["metadata"]!["hitsongs"]!["part"] == "answer" && cell.ContainsKey("attachments"));
        Assert.That(Text(answer), Does.Contain("![Bars of loudness and energy](attachment:bars.png \"Figure 1: what rises\")"));
        Assert.That((string?)answer["attachments"]!["bars.png"]!["image/png"], Is.EqualTo(SampleReport.OnePixel));
        var program = cells.Single(cell =>
            (string?)cell["metadata"]!["hitsongs"]!["part"] == "demonstration"
            && cell["outputs"]!.AsArray().Any(output => output!["data"]?["image/png"] is not null)
        );
        Assert.That(
            (string?)program["outputs"]!.AsArray().Last(output => output!["data"]?["image/png"] is not null)!["data"]!["image/png"],
            Is.EqualTo(SampleReport.OnePixel)
        );
    }

    [Test]
    public void Equal_reports_give_equal_bytes_and_a_changed_answer_changes_no_cell_id()
    {
        var first = Notebook.Write(SampleReport.Create(), ExecutedCells.None);
        Assert.That(Notebook.Write(SampleReport.Create(), ExecutedCells.None), Is.EqualTo(first).And.EndsWith("}\n"));
        var other = JsonNode.Parse(Notebook.Write(SampleReport.Create(answer: "Something else."), ExecutedCells.None))!["cells"]!.AsArray();
        Assert.That(other.Select(cell => (string)cell!["id"]!), Is.EqualTo(Cells.Select(cell => (string)cell["id"]!)));
    }

    [Test]
    public void Markup_in_an_observation_is_text_in_the_table()
    {
        var report = SampleReport.Create();
        var hostile = report.Evidence.Questions.Select(question =>
            question.Demonstration is null
                ? question
                : question with
                {
                    Demonstration = question.Demonstration with { Observations = [new("<img src=x onerror=alert(1)>", 1, "<script>alert(1)</script>")] },
                }
        );
        var notebook = JsonNode.Parse(Notebook.Write(report with { Evidence = report.Evidence with { Questions = [.. hostile] } }, ExecutedCells.None))!;
        foreach (
            var html in notebook["cells"]!
                .AsArray()
                .SelectMany(cell => cell!["outputs"]?.AsArray() ?? [])
                .Select(output => output!["data"]?["text/html"])
                .OfType<JsonNode>()
        )
        {
            using var page = Page.Parse(Joined(html));
            // The tables' own alignment is the harness's.
            Assert.That(Page.Dangers(page).Where(danger => !danger.EndsWith("style=\"text-align: left\"", StringComparison.Ordinal)), Is.Empty);
        }
    }

    private static Report Drawn(Report report) => report with
    {
        Rendered = new(report.Charts.ToDictionary(chart => chart.Id, _ => new RenderedChart("<svg></svg>", null, new byte[] { 1, 2, 3 })), null),
    };

    private static string Text(JsonObject cell) => Joined(cell["source"]!);

    private static string Joined(JsonNode lines) => string.Concat(lines.AsArray().Select(line => (string)line!));

    private static (int Code, string Errors)? Run(string program, string code, string input)
    {
        var start = new ProcessStartInfo(program, ["-c", code]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return (process.ExitCode, errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
