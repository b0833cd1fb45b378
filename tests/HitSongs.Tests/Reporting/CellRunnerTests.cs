using HitSongs.Cli;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Notebooks;
using HitSongs.Reporting.Notebooks;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>Cells as they really run, in the sandbox.</summary>
internal sealed class CellRunnerTests
{
    private static readonly CodeCell SetUp = new(SetUpCell.Of.Id, SetUpCell.Of.Text, false, 30);

    private readonly Sandbox _sandbox = SandboxChoice.Choose(SandboxKind.Auto, TestContext.Progress.WriteLine);

    [Test]
    public async Task Cells_of_a_notebook_see_what_earlier_ones_declared_and_programs_stand_alone()
    {
        var results = await RunAsync(
            Script("first", "var a = 20;"),
            Program(
                "program",
                "using static System.Math;\nusing var stream = new MemoryStream(); stream.WriteByte(1); Span<int> span = stackalloc int[2];\nvar a = Max(1, "
                    + "2); Console.WriteLine(span.Length + Local()); int Local() => a;\nrecord Thing(int X);"
            ),
            Script("later", "a + 22"),
            Script("leaked", "Max(1, 2)"));
        Assert.Multiple(() =>
        {
            Assert.That(results["first"], Is.Empty);
            Assert.That(results["program"].Single().Stream, Is.EqualTo("4\n"));
            Assert.That(results["later"].Single().Value, Is.EqualTo("42"));
            Assert.That(results["leaked"].Single().Error!.Message, Does.StartWith("CS0103"));
        });
    }

    [TestCase(
        "using System.Text;\n\n// first\nusing var stream = new MemoryStream();\nConsole.WriteLine(stream.Length + new Thing(2).X);\n\nrecord Thing(int X);\n",
        "2\n"
    )]
    [TestCase("Console.WriteLine(1);", "1\n")]
    public async Task A_program_in_the_braces_of_a_notebook_runs_as_it_would_without_and_they_come_off_again(string program, string printed)
    {
        var cell = ProgramStatements.Brace(program);
        var results = await RunAsync(Program("braced", cell));
        Assert.That(results["braced"].Single().Stream, Is.EqualTo(printed));
        Assert.That(cell, Is.Not.EqualTo(program));
        Assert.That(BracedProgram.Unwrap(cell), Is.EqualTo(program));
    }

    [Test]
    public async Task A_demonstration_is_given_its_inputs_and_shows_what_it_observed()
    {
        const string code =
            "using static HitSongs.Demonstrations.Demonstration;\nvar x = Input<double[]>(\"x\");\nObserve(\"sum\", x.Sum());\nConsole.WriteLine(\"done\");";
        var results = await RunAsync(
            Script("inputs", "Given(\"\"\"{\"x\":[1,2.5]}\"\"\");"), Program("one", code),
            Script("other inputs", "Given(\"\"\"{\"x\":[4]}\"\"\");"), Program("two", code));
        Assert.Multiple(() =>
        {
            Assert.That(results["one"].Select(output => output.Stream ?? string.Join('=', output.Table!.Rows.Single())), Is.EqualTo(["done\n", "sum=3.5"]));
            Assert.That(results["two"][1].Table!.Rows.Single(), Is.EqualTo(["sum", "4"]));
        });
    }

    [Test]
    public async Task Values_become_tables_text_and_charts()
    {
        var results = await RunAsync(
            Script("records", "new[] { new Metric(0.5, null, 1, 1000, 0.25) }"),
            Script("dictionary", "new Dictionary<string, Metric> { [\"F1Score\"] = new(0.5, null, null, 7, null) }"),
            Script("numbers", "new[] { 1, 2 }"),
            Script("many", "Enumerable.Range(0, 1000).Select(i => new ReleaseDate(i, null, null))"));
        Assert.Multiple(() =>
        {
            Assert.That(results["records"].Single().Table!.Header, Is.EqualTo(["Value", "Low", "High", "Count", "Baseline"]));
            Assert.That(results["records"].Single().Table!.Rows.Single(), Is.EqualTo(["0.5", "–", "1", "1000", "0.25"]));
            Assert.That(results["dictionary"].Single().Table!.Rows.Single()[0], Is.EqualTo("F1Score"));
            Assert.That(results["numbers"].Single().Value, Is.EqualTo("[1, 2]"));
            Assert.That(results["many"][0].Table!.Rows, Has.Count.EqualTo(30));
            Assert.That(results["many"][1].Value, Is.EqualTo("30 of 1000 rows"));
        });
    }

    [Test]
    public async Task A_cell_that_does_not_end_well_says_why_and_where()
    {
        var results = await RunAsync(
            Program("wrong", "var x = 1;\nint y = \"text\";"),
            Program("throwing", "Console.WriteLine(\"before\");\n\nthrow new InvalidOperationException(\"on purpose\");"),
            Program("extension", "Console.WriteLine(3.Twice());\nstatic class Extensions { public static int Twice(this int x) => 2 * x; }"),
            Program("talkative", "for (var i = 0; i < 100_000; i++) Console.WriteLine(\"a line of text\");"));
        Assert.Multiple(() =>
        {
            Assert.That(
                results["wrong"].Single().Error,
                Is.EqualTo(new CellError("CompilationError", "CS0029: Cannot implicitly convert type 'string' to 'int'", 2))
            );
            Assert.That(results["throwing"][0].Stream, Is.EqualTo("before\n"));
            Assert.That(results["throwing"][1].Error, Is.EqualTo(new CellError("InvalidOperationException", "on purpose", 3)));
            Assert.That(results["extension"].Single().Stream, Is.EqualTo("6\n"), "what a script cannot hold is run as the program that it is");
            Assert.That(results["talkative"].Single().Stream, Has.Length.LessThan(21_000).And.EndsWith("characters in all)\n"));
        });
    }

    [Test]
    public async Task Cells_that_take_the_process_with_them_cost_only_themselves()
    {
        var results = await RunAsync(
            Script("before", "var kept = 1;"),
            Program("endless", "while (true) { }", seconds: 2),
            Script("after endless", "kept + 1"),
            Program("ending", "Environment.Exit(7);"),
            Script("after ending", "kept + 2"),
            Program(
                "forging",
                "using var stdout = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(1, false), FileAccess.Write);\nstdout.Write(\"not "
                    + "JSON\\n{\\\"id\\\":1}\\n{\\\"id\\\":\\\"x\\\",\\\"outputs\\\":[null]}\\n\"u8);"
            ),
            Script("last", "kept + 3")
        );
        Assert.Multiple(() =>
        {
            Assert.That(results["endless"].Single().Error!.Message, Is.EqualTo("it was still running after 2 s and was stopped"));
            Assert.That(results["after endless"].Single().Value, Is.EqualTo("2"));
            Assert.That(results["ending"].Single().Error!.Message, Is.EqualTo("it ended its process with exit code 7"));
            Assert.That(results["after ending"].Single().Value, Is.EqualTo("3"));
            Assert.That(results["forging"], Is.Empty);
            Assert.That(results["last"].Single().Value, Is.EqualTo("4"));
        });
    }

    [Test]
    public async Task A_cell_whose_native_code_ends_the_process_names_the_operation_and_the_line_and_what_libtorch_said()
    {
        var results = await RunAsync(
            Program(
                "wrong-shape",
                "using static TorchSharp.torch;\nConsole.WriteLine(\"before\");\nTensor Multiply(Tensor a, Tensor b) =>\n    a.matmul(b);\nMultiply(ones(2, "
                    + "3), ones(2, 3));"
            ),
            Script("after", "1 + 1")
        );
        var error = results["wrong-shape"][^1].Error!;
        Assert.Multiple(() =>
        {
            Assert.That(results["wrong-shape"][0].Stream, Is.EqualTo("before\n"));
            Assert.That(
                error.Message,
                Does.StartWith("libtorch ended the process in Tensor.matmul, called from line 5: ")
                    .And.Contain("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)")
            );
            Assert.That(error.Line, Is.EqualTo(4));
            Assert.That(results["after"].Single().Value, Is.EqualTo("2"));
        });
    }

    [Test]
    public async Task A_program_cannot_write_what_a_cell_of_the_harness_shows()
    {
        var results = await RunAsync(
            Script("before", "var kept = 1;"),
            Program("forging", """
                var forged = System.Text.Encoding.UTF8.GetBytes("{\"id\":\"before\",\"outputs\":[{\"value\":\"forged\"}]}\n{\"id\":\"metrics\",\"outputs\":[{\"value\":\"forged\"}]}\n");
                foreach (var file in Directory.GetFiles("/proc/self/fd").Select(path => int.Parse(Path.GetFileName(path))).Where(file => file > 0))
                {
                    try
                    {
                        using var stream = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(file, false), FileAccess.Write);
                        stream.Write(forged);
                    }
                    catch (Exception)
                    {
                    }
                }
                """),
            Script("metrics", "kept + 1"));
        Assert.Multiple(() =>
        {
            Assert.That(results["before"], Is.Empty);
            Assert.That(results["metrics"].Single().Value, Is.EqualTo("2"));
        });
    }

    [Test]
    public async Task Cells_have_neither_network_nor_files_of_the_machine()
    {
        if (_sandbox is not BubblewrapSandbox)
        {
            Assert.Ignore("needs bubblewrap");
        }

        var results = await RunAsync(
            Program("files", $"Console.WriteLine(File.Exists(\"/etc/shadow\") || File.ReadAllText(\"/etc/passwd\").Contains(\"root\") || File.Exists(\"{Path.Combine(Workplace.Find().Root, "README.md")}\"));"),
            Program(
                "network",
                "Console.WriteLine(System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Count(i => i.OperationalStatus == "
                    + "System.Net.NetworkInformation.OperationalStatus.Up && i.NetworkInterfaceType != "
                        + "System.Net.NetworkInformation.NetworkInterfaceType.Loopback));"
            )
        );
        Assert.That(results["files"].Single().Stream, Is.EqualTo("False\n"));
        Assert.That(results["network"].Single().Stream, Is.EqualTo("0\n"));
    }

    [Test]
    public async Task Songs_lie_where_the_cells_read_them()
    {
        var songs = Workplace.Find().Data;
        var results = await RunAsync([Script("songs", $"SongFiles.Read([\"../data/{Path.GetFileName(songs[0])}\"]).Card.RowsRead")], songs);
        Assert.That(int.Parse(results["songs"].Single().Value!), Is.GreaterThan(100));
    }

    private static CodeCell Script(string name, string code) => new(name, code, false, 30);

    private static CodeCell Program(string name, string code, double seconds = 30) => new(name, code, true, seconds);

    private Task<Dictionary<string, IReadOnlyList<CellOutput>>> RunAsync(params CodeCell[] cells) => RunAsync(cells, []);

    private async Task<Dictionary<string, IReadOnlyList<CellOutput>>> RunAsync(CodeCell[] cells, IReadOnlyList<string> songs)
    {
        var executed = await new CellRunner(_sandbox).RunAsync([SetUp, .. cells], songs, default);
        return executed.Skip(1).ToDictionary(cell => cell.Id, cell => cell.Outputs);
    }
}
