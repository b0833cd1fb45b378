using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

/// <summary>Programs behave as under `dotnet run`.</summary>
[Parallelizable(ParallelScope.All)]
public class DotnetRunTests
{
    [TestCase("Observe(\"a\", (await Task.FromResult(1)) + Interlocked.Increment(ref n));", "2")]
    [TestCase("using var client = new HttpClient(); Observe(\"a\", client.Timeout.TotalSeconds);", "100")]
    [TestCase("Observe(\"a\", new CancellationTokenSource(0).IsCancellationRequested);", "true")]
    [TestCase("File.WriteAllText(\"x.txt\", \"abc\"); Observe(\"a\", File.ReadAllText(\"x.txt\").Length);", "3")]
    [TestCase("Observe(\"a\", args.Length + (Console.ReadLine()?.Length ?? 0));", "0")]
    [TestCase("#if NET10_0_OR_GREATER && DEBUG && TRACE\nObserve(\"a\", 10);\n#endif", "10")]
    [TestCase("Observe(\"a\", Run());\nstatic int Run() => Enumerable.Range(1, 4).AsParallel().Sum();", "10")]
    [TestCase("Observe(\"a\", Environment.UserName.Length > 0);", "true")]
    [TestCase("Observe(\"a\", \"x\fy\".Length + \"\f\".Length); // before \f after", "4")]
    public async Task What_a_project_has_without_saying_so_is_there(string statements, string expected)
    {
        var (run, observed) = await ProgramTrial.RunAsync($"{ProgramTrial.Header}\nvar n = 0;\n{statements}\nConsole.WriteLine(n);");
        Assert.That(run.Outcome, Is.EqualTo(RunOutcome.Completed), run.Reason);
        Assert.That(observed["a"], Is.EqualTo(expected));
    }

    [Test]
    public async Task Source_generators_of_the_framework_run()
    {
        var (run, observed) = await ProgramTrial.RunAsync(
            $$"""
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using System.Text.RegularExpressions;
            {{ProgramTrial.Header}}
            Observe("number", Patterns.Number().Match("a 42").Value);
            Observe("json", JsonSerializer.Serialize(new Song("x", 3), Songs.Default.Song));

            internal static partial class Patterns
            {
                [GeneratedRegex("[0-9]+")]
                public static partial Regex Number();
            }

            internal sealed record Song(string Name, int Plays);

            [JsonSerializable(typeof(Song))]
            internal sealed partial class Songs : JsonSerializerContext;
            """);
        Assert.That(run.Outcome, Is.EqualTo(RunOutcome.Completed), run.Reason);
        Assert.That((observed["number"], observed["json"]), Is.EqualTo(("\"42\"", "\"{\\u0022Name\\u0022:\\u0022x\\u0022,\\u0022Plays\\u0022:3}\"")));
    }

    [Test]
    public async Task An_error_beside_what_a_generator_adds_keeps_its_line()
    {
        var (run, _) = await ProgramTrial.RunAsync(
            "using System.Text.RegularExpressions;\nConsole.WriteLine(P.N() + 1 - \"x\");\nstatic partial class P\n{\n    [GeneratedRegex(\"a\")] public static partial Regex N();\n}");
        Assert.That((run.Outcome, run.Line), Is.EqualTo((RunOutcome.DidNotCompile, 2)), run.Reason);
    }

    [TestCase("en-US", 1)]
    [TestCase("de-DE", 1)]
    [TestCase("ja-JP", 1)]
    public async Task Cultures_exist(string name, int expected)
    {
        var (run, observed) = await ProgramTrial.RunAsync(
            $"using System.Globalization; {ProgramTrial.Header}\nCultureInfo.CurrentCulture = new CultureInfo(\"{name}\");\nObserve(\"a\", "
                + "int.Parse(\"1\"));\nObserve(\"b\", CultureInfo.CurrentCulture.Name);"
        );
        Assert.That(run.Outcome, Is.EqualTo(RunOutcome.Completed), run.Reason);
        Assert.That((observed["a"], observed["b"]), Is.EqualTo(($"{expected}", $"\"{name}\"")));
    }

    [Test]
    public async Task Directives_of_file_based_apps_are_left_out_and_said_and_no_line_moves()
    {
        var (run, observed) = await ProgramTrial.RunAsync(
            "#!/usr/bin/env dotnet\n// A comment, then directives.\n#:package TorchSharp-cpu@0.105.0\n#:property "
                + $"Nullable=enable\n\n{ProgramTrial.Header}\nObserve(\"a\", \"#:package\");\nthrow new Exception();"
        );
        Assert.Multiple(() =>
        {
            Assert.That(run.Line, Is.EqualTo(8));
            Assert.That(run.Output, Does.Contain("line 3, #:package TorchSharp-cpu@0.105.0, was left out").And.Contain("line 4, #:property"));
            Assert.That(observed["a"], Is.EqualTo("\"#:package\""), "what was observed before the crash is kept");
        });
    }

    [Test]
    public async Task What_is_missing_because_a_directive_was_left_out_says_so()
    {
        var (run, _) = await ProgramTrial.RunAsync("#:package Humanizer@2.14.1\nusing Humanizer;\nConsole.WriteLine(\"x\".Humanize());");
        Assert.That(run.Outcome, Is.EqualTo(RunOutcome.DidNotCompile));
        Assert.That((run.Line, run.Reason), Is.EqualTo((2, run.Reason)));
        Assert.That(run.Reason, Does.Contain("CS0246").And.Contain("line 1, #:package Humanizer@2.14.1, was left out"));
    }

    [Test]
    public async Task A_foreground_thread_that_never_ends_is_no_time_out_once_all_was_observed()
    {
        var (run, observed) = await ProgramTrial.RunAsync(
            $"{ProgramTrial.Header}\nnew Thread(() => {{ while (true) Thread.Sleep(10); }}).Start();\nObserve(\"a\", 1);",
            limits: Seconds(4)
        );
        Assert.That((run.Outcome, observed["a"]), Is.EqualTo((RunOutcome.Completed, "1")), run.Reason);
    }

    [Test]
    public async Task What_a_thread_observes_after_the_programs_end_counts()
    {
        var (run, observed) = await ProgramTrial.RunAsync(
            $"{ProgramTrial.Header}\nnew Thread(() => {{ Thread.Sleep(300); Observe(\"b\", 2); }}).Start();\nObserve(\"a\", 1);"
        );
        Assert.That((run.Outcome, observed["a"], observed["b"]), Is.EqualTo((RunOutcome.Completed, "1", "2")), run.Reason);
    }

    [Test]
    public async Task A_program_that_never_ends_by_itself_times_out()
    {
        var (run, _) = await ProgramTrial.RunAsync($"{ProgramTrial.Header}\nObserve(\"a\", 1);\nThread.Sleep(Timeout.Infinite);", limits: Seconds(3));
        Assert.That(run.Outcome, Is.EqualTo(RunOutcome.TimedOut));
    }

    [Test]
    public async Task An_exception_on_a_thread_of_its_own_is_told_with_its_line()
    {
        var (run, _) = await ProgramTrial.RunAsync(
            $"{ProgramTrial.Header}\nvar t = new Thread(() =>\n  throw new InvalidOperationException(\"no songs\"));\nt.Start();\nt.Join();\nObserve(\"a\", 1);"
        );
        Assert.That((run.Outcome, run.Line, run.Reason), Is.EqualTo((RunOutcome.Crashed, 3, "it threw InvalidOperationException: no songs")));
    }

    [TestCase("Environment.Exit(0);")]
    [TestCase("Environment.Exit(3);")]
    [TestCase("return 3;")]
    [TestCase("Environment.ExitCode = 3;")]
    [TestCase("new Thread(() => Environment.Exit(3)).Start();")]
    public async Task However_it_ends_by_itself_what_it_observed_counts(string end)
    {
        var (run, observed) = await ProgramTrial.RunAsync($"{ProgramTrial.Header}\nObserve(\"a\", 1);\n{end}");
        Assert.That((run.Outcome, observed["a"]), Is.EqualTo((RunOutcome.Completed, "1")), run.Reason);
    }

    [Test]
    public async Task More_than_can_be_handed_back_is_told_at_the_line_that_observes_it()
    {
        var (run, observed) = await ProgramTrial.RunAsync(
            $"{ProgramTrial.Header}\nvar many = Enumerable.Range(0, 50_000).Select(n => n / 7.0).ToArray();\nfor (var i = 0; i < 20; i++)\n  Observe($\"n{{i}}\", many);"
        );
        Assert.That((run.Outcome, run.Line), Is.EqualTo((RunOutcome.Crashed, 4)), run.Reason);
        Assert.That(run.Reason, Does.Match("^it threw ArgumentException: with \"n\\d\" more is observed than 3 million characters: hand back what is asked for"));
        Assert.That(observed, Has.Count.GreaterThan(0), "what was handed back before counts as seen");
    }

    [Test]
    public async Task Writing_to_the_standard_output_stream_itself_is_printing()
    {
        var (run, observed) = await ProgramTrial.RunAsync(
            $"{ProgramTrial.Header}\nusing (var o = Console.OpenStandardOutput()) o.Write(\"raw\\n\"u8);\nObserve(\"a\", 1);"
        );
        Assert.That((run.Outcome, observed["a"]), Is.EqualTo((RunOutcome.Completed, "1")), run.Reason);
        Assert.That(run.Output, Does.Contain("raw"));
    }

    private static Limits Seconds(double seconds) => new(TimeSpan.FromSeconds(seconds), 2L << 30);
}
