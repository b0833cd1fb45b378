using System.Text.Json.Nodes;
using HitSongs.Temporary;
using HitSongs.Tests.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>`hitsongs explain` as a user runs it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ExplainTests
{
    [Test]
    public void The_sample_is_explained_in_words_and_kept_as_json()
    {
        using var folder = new TemporaryFolder();

        var run = CommandRun.Of(["explain", .. Sample.Paths, "--out", folder.Path]);
        var kept = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "explain.json")))!;

        Assert.Multiple(() =>
        {
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
            Assert.That(run.Output, Does.Contain("(synthetic)").And.Contain("Which features matter most").And.Contain("What would overturn it:"));
            Assert.That(kept["conclusions"]!.AsArray(), Has.Count.EqualTo(4));
        });
    }

    [TestCase(90)]
    [TestCase(20)]
    public void Of_songs_of_one_kind_it_says_why_there_is_no_model(int popularity)
    {
        using var table = new SongTable();
        var file = table.Write("songs.csv", [.. Enumerable.Range(0, 40).Select(i => SongTable.Row($"{i}", null, ("track_popularity", $"{popularity}")))]);

        var run = CommandRun.Of("explain", file);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("No model, and so no importance of features").And.Contain("cannot be compared by month").And.Not.Contain("NaN"));
    }
}
