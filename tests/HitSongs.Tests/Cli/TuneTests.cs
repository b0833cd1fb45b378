using HitSongs.Temporary;
using HitSongs.Tests.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>`hitsongs rubric tune` as a user runs it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TuneTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void An_unknown_question_is_refused() => CommandRun.Of("rubric", "tune", "evaluation/none").AssertRefused("evaluation/none");

    [Test]
    public void Too_few_repeats_are_refused() => CommandRun.Of("rubric", "tune", "--repeats", "2").AssertRefused("--repeats 2");

    [Test]
    public void Written_thresholds_are_the_only_bytes_that_change_and_a_second_run_moves_nothing()
    {
        var rubric = Path.Combine(folder.Path, "rubric");
        var question = Path.Combine(rubric, "songs", "model.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(question)!);
        File.WriteAllText(Path.Combine(rubric, "rubric.yaml"), "title: Songs\npassMark: 0.5\nsections:\n  - {id: songs, title: Songs}\n");
        var lines = new[]
        {
            "title: A model   # kept", "prompt: |", "  Build a model.", "model: {timeout: 120, memory: 2048, folds: 2}", "criteria:",
            "  - {id: auc, kind: metric, points: 1, name: 'AUC', metric: AreaUnderRocCurve, atLeast:  0.51, atMost: 0.99}  # a comment", "",
        };
        File.WriteAllText(question, string.Join("\r\n", lines));
        using var table = new SongTable();
        var songs = table.Write("songs.csv", [.. Enumerable.Range(0, 500).Select(i => Song(i, (i * 37 % 100) / 100.0))]);

        var run = CommandRun.Of("rubric", "tune", "songs/model", "--rubric", rubric, "--data", songs, "--repeats", "10", "--out", folder.Path, "--write");
        var after = File.ReadAllText(question).Split("\r\n");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Output, Does.Contain("Proposed").And.Contain("trained-on-test"));
            Assert.That(after.Where((line, i) => i != 5), Is.EqualTo(lines.Where((line, i) => i != 5)));
            Assert.That(after[5], Does.Match(@"^  - \{id: auc, kind: metric, points: 1, name: 'AUC', metric: AreaUnderRocCurve, atLeast:  [\d.]+, atMost: [\d.]+\}  # a comment$"));
            Assert.That(File.Exists(Path.Combine(folder.Path, "thresholds-auc.png")), Is.True);
            Assert.That(File.ReadAllText(Path.Combine(folder.Path, "thresholds-auc.svg")), Does.StartWith("<svg"));
        });
    }

    // The more energy, the more popular, with some noise.
    private static string Song(int number, double energy) => SongTable.Row(
        $"s{number:000}",
        null,
        ("energy", FormattableString.Invariant($"{energy}")),
        ("track_popularity", FormattableString.Invariant($"{Math.Clamp((int)(100 * energy) + (number * 17 % 12) - 6, 0, 100)}")));
}
