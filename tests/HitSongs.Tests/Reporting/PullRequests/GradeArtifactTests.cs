using HitSongs.Reporting.PullRequests;
using HitSongs.Tests.Reporting.Exports;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting.PullRequests;

public sealed class GradeArtifactTests
{
    private static readonly string Json = ArtifactZip.Json(SampleGrades.Sample);

    [Test]
    public void An_honest_artifact_is_read()
    {
        var (graded, refusal) = GradeArtifact.Read(ArtifactZip.Of(SampleGrades.Sample));

        Assert.That(refusal, Is.Null);
        Assert.That(graded!.Grade.Points, Is.EqualTo(19.5));
    }

    [Test]
    public void What_is_no_archive_is_refused([Values(0, 1, 100)] int length) => AssertRefused(new byte[length], "no ZIP archive");

    [Test]
    public void A_damaged_archive_is_refused_wherever_it_was_cut()
    {
        var zip = ArtifactZip.Of(SampleGrades.Sample);

        Assert.That(Enumerable.Range(0, zip.Length).Where(length => GradeArtifact.Read(zip[..length]).Refusal is null), Is.Empty);
    }

    [Test]
    public void Each_flipped_byte_is_refused_or_leaves_a_grade_whose_numbers_fit()
    {
        var zip = ArtifactZip.Of(SampleGrades.Sample);
        for (var at = 0; at < zip.Length; at++)
        {
            var changed = (byte[])zip.Clone();
            changed[at] ^= 0x55;
            var (graded, refusal) = GradeArtifact.Read(changed);

            Assert.That(refusal is null ? PlausibleGrade.FaultOf(graded!.Grade) : null, Is.Null);
            Assert.That(graded is null, Is.EqualTo(refusal is not null));
        }
    }

    [TestCase("../grade.json")]
    [TestCase("/etc/passwd")]
    [TestCase("GRADE.JSON")]
    [TestCase("grade.json/")]
    public void An_entry_of_another_name_is_refused(string name) => AssertRefused(ArtifactZip.Of((name, Json)), "something else than one grade.json");

    [Test]
    public void A_second_entry_is_refused() => AssertRefused(ArtifactZip.Of(("grade.json", Json), ("grade.json", Json)), "something else than one grade.json");

    [Test]
    public void A_bomb_is_refused_without_being_unpacked()
    {
        var bomb = ArtifactZip.Of(("grade.json", new string(' ', 200 << 20)));

        Assert.That(bomb, Has.Length.LessThan(2 << 20), "so it would be fetched");
        AssertRefused(bomb, "longer than 4 MiB");
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{\"schema\":\"hitsongs/grade/1\"}")]
    [TestCase("{\"schema\":\"\\ud800\"}")]
    [TestCase("\u0000")]
    public void What_is_no_grade_is_refused(string json) => AssertRefused(ArtifactZip.Of(("grade.json", json)), "no grade of the current schema");

    [TestCase("\"name\": \"ada-lovelace\"", "\"name\": \"\\ud800\"")]
    [TestCase("\"name\": \"ada-lovelace\"", "\"name\": \"a\", \"name\": \"b\"")]
    [TestCase("\"name\": \"ada-lovelace\"", "\"name\": null")]
    [TestCase("\"name\": \"ada-lovelace\"", "\"extra\": 1, \"name\": \"a\"")]
    [TestCase("\"status\": \"Partial\"", "\"status\": 1")]
    [TestCase("\"status\": \"Partial\"", "\"status\": \"Excellent\"")]
    public void A_grade_that_is_not_strictly_one_is_refused(string from, string to) =>
        AssertRefused(ArtifactZip.Of(("grade.json", Changed(from, to))), "no grade of the current schema");

    [Test]
    public void Nesting_without_end_is_refused() =>
        AssertRefused(ArtifactZip.Of(("grade.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)))), "no grade of the current schema");

    [TestCase("\"points\": 19.5", "\"points\": 34.5")]
    [TestCase("\"points\": 19.5", "\"points\": null")]
    [TestCase("\"points\": 19.5", "\"points\": 1e999")]
    [TestCase("\"ungradedPoints\": 8", "\"ungradedPoints\": -8")]
    [TestCase("\"passed\": false", "\"passed\": true")]
    [TestCase("\"points\": 1.5", "\"points\": 1500")]
    public void Numbers_that_do_not_fit_together_are_refused(string from, string to)
    {
        var (graded, refusal) = GradeArtifact.Read(
            ArtifactZip.Of(("grade.json", from.Contains("passed", StringComparison.Ordinal) ? Failing(to) : Changed(from, to)))
        );

        Assert.That(graded, Is.Null);
        Assert.That(refusal, Is.Not.Null.And.Not.Contain("schema"));
    }

    [Test]
    public void A_grade_that_says_a_person_marked_it_is_refused() =>
        AssertRefused(
            ArtifactZip.Of((
                "grade.json",
                Changed(
                    "\"feedback\":",
                    """
                    "mark": {"points": 1.5, "reviewer": "Ada", "time": "2026-11-30T12:00:00Z", "reason": "",
                      "automatic": {"status": "Failed", "points": 0, "feedback": ""}, "earlier": []}, "feedback":
                    """
                )
            )),
            "no person marks where it was made"
        );

    [Test]
    public void Why_it_was_refused_holds_no_word_of_the_artifact()
    {
        var (_, refusal) = GradeArtifact.Read(ArtifactZip.Of(("grade.json", Changed("hitsongs/grade/1", "@everyone <img src=x>"))));

        Assert.That(refusal, Does.Not.Contain("everyone").And.Not.Contain("<"));
    }

    private static string Changed(string from, string to)
    {
        var at = Json.IndexOf(from, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThan(0), from);
        return Json[..at] + to + Json[(at + from.Length)..];
    }

    /// <summary>A grade whose pass mark its points do not reach.</summary>
    private static string Failing(string passed) =>
        Changed("\"passed\": false", passed).Replace("\"passMark\": 0.6", "\"passMark\": 0.9", StringComparison.Ordinal);

    private static void AssertRefused(byte[] zip, string why)
    {
        var (graded, refusal) = GradeArtifact.Read(zip);

        Assert.That(graded, Is.Null);
        Assert.That(refusal, Does.Contain(why));
    }
}
