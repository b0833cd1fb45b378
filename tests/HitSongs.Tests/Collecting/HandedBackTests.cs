using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HitSongs.Collecting.Run;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

/// <summary>Whatever a program writes in the place of its result is refused, or is the same again after it was kept as evidence.</summary>
public sealed class HandedBackTests
{
    private static readonly string[] Scraps =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "1",
        "-0",
        "1e999",
        "-1e-400",
        "\"NaN\"",
        "\"a\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u0000\"",
        "\"\\u202e\"",
        "\"name\"",
        "\"line\"",
        "\"value\"",
        "\"observations\"",
        "\"predictions\"",
        "\"failure\"",
        "\"figures\"",
        "\"name\":\"a\"",
        "\"line\":1",
        "\"value\":[1,2]",
        "\u00ff",
        " ",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "0.1",
        "-0.0",
        "1e308",
        "1e999",
        "123456789012345678901234567890",
        "\"\"",
        "\"NaN\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u0000\\u001b\\u202e\"",
        "\"<script>\"",
        "[]",
        "[[[1]]]",
        "[null]",
        "{}",
        "{\"a\":1}",
        "{\"a\":1,\"a\":2}",
        "[{\"a\":[]}]",
    ];

    private static readonly string[] Names = ["\"a\"", "\"b\"", "\"\"", "\"\\ud800\"", "\"\\u202e\"", "\"name\"", "null", "1"];

    [Test]
    public void What_is_taken_over_is_the_same_after_it_was_written_and_read_as_evidence() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Arb.From(Results()), StaysTheSame));

    [Test]
    public void No_scraps_of_JSON_make_the_reader_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(Gen.Elements(Scraps).ArrayOf().Select(string.Concat)), StaysTheSame));

    [TestCase("""{"observations":[{"name":"a","line":1,"value":1}],"predictions":null,"failure":null}""", ExpectedResult = true)]
    [TestCase("""{"observations":[{"name":"a","name":"a","line":1,"value":1}],"predictions":null,"failure":null}""", ExpectedResult = false)]
    [TestCase("""{"observations":[{"name":"a","line":1,"value":{"b":1}}],"predictions":null,"failure":null}""", ExpectedResult = false)]
    [TestCase("""{"observations":[{"name":"\udc00","line":1,"value":1}],"predictions":null,"failure":null}""", ExpectedResult = false)]
    [TestCase("""{"observations":null,"predictions":[{"trackId":"\ud800","popularity":1,"hitProbability":1}],"failure":null}""", ExpectedResult = false)]
    public bool A_result_is_read_where_it_is_sound(string line) => HandedBack.Read(Encoding.UTF8.GetBytes($"started\n{line}\n")) is not null;

    [Test]
    public void The_last_whole_line_counts_and_a_line_that_was_cut_off_does_not()
    {
        static string Line(int value) => $"{{\"observations\":[{{\"name\":\"a\",\"line\":1,\"value\":{value}}}],\"predictions\":null,\"failure\":null}}\n";

        var read = HandedBack.Read(Encoding.UTF8.GetBytes("started\n" + Line(1) + Line(2) + Line(3)[..20]));

        Assert.That(read!.Observations!.Single().Value!.GetValue<double>(), Is.EqualTo(2));
    }

    private static bool StaysTheSame(string line)
    {
        if (HandedBack.Read(Encoding.UTF8.GetBytes($"started\n{line}\n")) is not { } result)
        {
            return true;
        }

        var observations = (result.Observations ?? []).Select(seen => new Observation(seen.Name, seen.Line, seen.Value)).ToList();
        var run = new DemonstrationRun(new ProgramRun("a.cs", "", RunOutcome.Completed, "", null, ""), [], observations, [], "");
        var evidence = new SubmissionEvidence(
            new SubmissionIdentity("a", null),
            [new QuestionEvidence("a/b", null, run, null)],
            null,
            new RunInfo(default, 0, "", "", 0, new Dictionary<string, string>())
        );
        using var folder = new TemporaryFolder();
        EvidenceFolder.Write(folder.Path, evidence);
        var again = EvidenceFolder.Read(folder.Path).Questions.Single().Demonstration!.Observations;
        return JsonSerializer.Serialize(again) == JsonSerializer.Serialize(observations);
    }

    private static Gen<string> Results()
    {
        var observation = from name in Gen.Elements(Names) from value in Gen.Elements(Values) select $"{{\"name\":{name},\"line\":1,\"value\":{value}}}";
        return observation.ArrayOf().Select(all => $"{{\"observations\":[{string.Join(',', all)}],\"predictions\":null,\"failure\":null}}");
    }
}
