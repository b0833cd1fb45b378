using HitSongs.Reporting.Rendering;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class KeptDrawingsTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void An_answer_is_found_by_the_same_request_to_the_same_worker_alone()
    {
        var kept = new KeptDrawings(folder.Path, "worker-1");
        kept.Keep("request", """{"id":"a"}""");

        Assert.That(kept.Find("request"), Is.EqualTo("""{"id":"a"}"""));
        Assert.That(kept.Find("another request"), Is.Null);
        Assert.That(new KeptDrawings(folder.Path, "worker-2").Find("request"), Is.Null);
    }

    [TestCase("")]
    [TestCase("{\"id\":\"a\"")]
    public void What_was_cut_short_counts_as_not_drawn(string left)
    {
        var kept = new KeptDrawings(folder.Path, "worker");
        kept.Keep("request", """{"id":"a"}""");
        File.WriteAllText(Directory.GetFiles(folder.Path).Single(), left);

        Assert.That(kept.Find("request"), Is.Null);
    }

    [Test]
    public void The_longest_unused_are_forgotten()
    {
        var kept = new KeptDrawings(folder.Path, "worker");
        for (var i = 0; i < 301; i++)
        {
            kept.Keep($"{i}", "{}");
        }

        foreach (var file in Directory.GetFiles(folder.Path))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        kept.Find("0");
        kept.Limit();

        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(300));
        Assert.That(kept.Find("0"), Is.EqualTo("{}"), "it was used");
    }
}
