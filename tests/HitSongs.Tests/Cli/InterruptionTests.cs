using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Collecting.Sandboxing;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>Gradings that are stopped from outside, in processes of their own, while a program of the submission runs.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InterruptionTests
{
    private const string Question = "evaluation/pytorch/3-backpropagation";

    private string work = "";

    [SetUp]
    public void LayOutAnEndlessDemonstration()
    {
        work = Directory.CreateTempSubdirectory("hitsongs-test-").FullName;
        var answer = Directory.CreateDirectory(Path.Combine(work, "submission", "answers", Question)).FullName;
        Directory.CreateDirectory(Path.Combine(work, "tmp"));
        File.WriteAllText(Path.Combine(answer, "answer.md"), "Nothing.");
        File.WriteAllText(Path.Combine(answer, "demonstration.cs"), "System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);");
    }

    [TearDown]
    public void Remove() => Directory.Delete(work, recursive: true);

    [TestCase("INT")]
    [TestCase("TERM")]
    [TestCase("HUP")]
    public void A_grading_that_is_asked_to_end_says_so_in_one_line_and_leaves_neither_process_nor_file(string signal)
    {
        using var grading = Start(DotnetInstallation.Host, Arguments());
        var error = grading.StandardError.ReadToEndAsync();
        var child = WaitForProgram();

        Signal(signal, grading.Id);
        grading.WaitForExit();

        Assert.Multiple(() =>
        {
            Assert.That(grading.ExitCode, Is.EqualTo(130));
            Assert.That(error.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Single(), Does.StartWith("hitsongs: interrupted"));
            Assert.That(Directory.Exists($"/proc/{child}"), Is.False, "the program of the submission goes on");
            Assert.That(Folders(), Is.Empty);
        });
    }

    [Test]
    public void On_a_terminal_the_cursor_comes_back()
    {
        // `script` gives the grading a terminal of its own, on which it draws a line and hides the cursor.
        using var terminal = Start("script", ["-qefc", string.Join(' ', Arguments().Prepend(DotnetInstallation.Host)), "/dev/null"]);
        var output = terminal.StandardOutput.ReadToEndAsync();
        WaitForProgram();

        Signal(
            "INT",
            Processes()
                .Single(process =>
                    process.Line.Contains($"{nameof(HitSongs)}.Cli.dll\0grade", StringComparison.Ordinal)
                    && process.Line.Contains(work, StringComparison.Ordinal)
                    && !process.Line.Contains("script", StringComparison.Ordinal)
                )
                .Id
        );
        terminal.WaitForExit();

        var (hidden, shown) = (
            output.Result.LastIndexOf("\u001b[?25l", StringComparison.Ordinal),
            output.Result.LastIndexOf("\u001b[?25h", StringComparison.Ordinal)
        );
        Assert.Multiple(() =>
        {
            Assert.That(terminal.ExitCode, Is.EqualTo(130), output.Result);
            Assert.That(hidden, Is.GreaterThanOrEqualTo(0), "the line was never drawn");
            Assert.That(shown, Is.GreaterThan(hidden));
            Assert.That(output.Result.TrimEnd().Split('\n')[^1], Does.Contain("hitsongs: interrupted"));
        });
    }

    [Test]
    public void What_a_killed_grading_left_behind_the_next_run_removes()
    {
        using (var killed = Start(DotnetInstallation.Host, Arguments()))
        {
            WaitForProgram();
            killed.Kill();
            killed.WaitForExit();
        }

        var left = Folders().Length;
        File.WriteAllText(Path.Combine(work, "submission", "answers", Question, "demonstration.cs"), "return;");
        using var next = Start(DotnetInstallation.Host, Arguments());
        next.StandardOutput.ReadToEnd();
        next.WaitForExit();

        Assert.Multiple(() =>
        {
            Assert.That(left, Is.EqualTo(1), "the killed one left nothing, so this shows nothing");
            Assert.That(next.ExitCode, Is.Not.EqualTo(3));
            Assert.That(Folders(), Is.Empty);
        });
    }

    /// <summary>The harness's own: those of .NET's debugger stay where a process was killed.</summary>
    private string[] Folders() => Directory.GetDirectories(Path.Combine(work, "tmp"));

    private string[] Arguments() =>
        [
            "exec",
            typeof(Workplace).Assembly.Location,
            "grade",
            Path.Combine(work, "submission"),
            "--only",
            Question,
            "--out",
            Path.Combine(work, "out"),
            "--timeout",
            "600",
        ];

    private Process Start(string program, IEnumerable<string> arguments)
    {
        // What runs in the background of a shell ignores SIGINT, and so would its children.
        var start = new ProcessStartInfo("env", ["--default-signal=INT,TERM,HUP", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["TMPDIR"] = Path.Combine(work, "tmp");
        start.Environment["TERM"] = "xterm";
        return Process.Start(start)!;
    }

    /// <summary>Waits until the submission's own process is there: the last of those that the sandbox starts.</summary>
    private int WaitForProgram()
    {
        var program = $"HitSongs.Programs.dll\0demonstration\0{work}";
        var found = -1;
        Assert.That(
            SpinWait.SpinUntil(
                () =>
                    (
                        found = Processes()
                            .Where(process =>
                                process.Line.Contains(program, StringComparison.Ordinal)
                                && process.Line.Contains("dotnet\0exec", StringComparison.Ordinal)
                                && !process.Line.Contains("bwrap\0", StringComparison.Ordinal)
                            )
                            .Select(process => process.Id)
                            .FirstOrDefault(-1)
                    ) > 0,
                TimeSpan.FromMinutes(3)
            ),
            Is.True,
            "the program never ran"
        );
        return found;
    }

    private static IEnumerable<(int Id, string Line)> Processes()
    {
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue; // it ended meanwhile
            }

            yield return (int.Parse(Path.GetFileName(folder)), line);
        }
    }

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {process}"]); // the shell's own: a bare Debian has no such program
        kill.WaitForExit();
    }
}
