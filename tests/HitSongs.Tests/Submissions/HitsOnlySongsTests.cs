using System.Globalization;
using HitSongs.Cli;
using HitSongs.Cli.GradeRuns;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Grades;
using HitSongs.Metrics;
using HitSongs.Temporary;
using HitSongs.Tests.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Submissions;

/// <summary>Songs that have hits and no popularity, as the public Spotify Hit Predictor: a model is graded by what they tell.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class HitsOnlySongsTests
{
    private const string Question = "evaluation/hit-songs/2-model";

    private static readonly string[] Header = ["track", "artist", "uri", .. HitSongs.Songs.AudioColumns.Names, "target"];

    [Test]
    public async Task Hits_are_graded_and_metrics_of_popularity_are_blocked_by_the_songs_and_not_by_the_author()
    {
        using var folder = new TemporaryFolder();
        var answer = Directory.CreateDirectory(Path.Combine(folder.Path, "answers", Question)).FullName;
        File.WriteAllText(Path.Combine(answer, "answer.md"), "The model reaches an RMSE of 12. Its ROC-AUC is 0.7.\n");
        File.WriteAllText(Path.Combine(answer, "model.cs"), """
            using static HitSongs.Demonstrations.Modelling;

            // Louder songs are hits more often.
            var mean = Training.Average(song => song.Popularity);
            Predict(Test.Select(song => new Prediction(song.TrackId, mean, 1 / (1 + Math.Exp(-(song[AudioFeature.Loudness] + 7) / 3)))));
            """);
        var songs = Path.Combine(folder.Path, "hits.csv");
        File.WriteAllLines(songs, [string.Join(',', Header), .. Sample.Songs.Songs.Where((_, i) => i % 8 == 0).Select(Line)]);

        var run = await GradeRun.OfAsync(OptionsFor(folder.Path, songs), new Progress<CollectProgress>(), TestContext.Progress.WriteLine, CancellationToken.None);

        var question = run.Grade.Sections.SelectMany(section => section.Questions).Single();
        var scores = question.Criteria.ToDictionary(criterion => criterion.Id, StringComparer.Ordinal);
        Assert.That(scores["runs"].Status, Is.EqualTo(Status.Passed), scores["runs"].Feedback);
        Assert.That(scores["roc-auc"].Feedback, Does.StartWith("AreaUnderRocCurve is 0."));
        Assert.That((scores["rmse"].Status, scores["claimed-rmse"].Status), Is.EqualTo((Status.Blocked, Status.Blocked)));
        Assert.That(scores["rmse"].Feedback, Does.Contain("they have no popularity").And.Contain("not the author's fault"));
        Assert.That(scores["claimed-rmse"].Feedback, Does.Contain("they have no popularity"));
        Assert.That(question.Criteria.Select(criterion => criterion.Status), Has.None.EqualTo(Status.Error));
        Assert.That(run.Grade.Status, Is.EqualTo(Status.Partial), "so that the points decide how the command ends");
        Assert.That(run.Grade.Metrics[MetricNames.AreaUnderRocCurve].Value, Is.InRange(0.55, 0.75));
        Assert.That(run.Grade.Metrics[MetricNames.RootMeanSquaredError].Value, Is.NaN);
    }

    private static string Line(LabelledSong song, int number) => string.Join(',',
        [
            $"Song {number}", $"\"{song.Song.PrimaryArtist.Replace('"', ' ')}\"", $"spotify:track:{number}",
            .. song.Song.Audio.Select(value => double.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture)),
            song.Hit ? "1" : "0",
        ]);

    private static GradeOptions OptionsFor(string submission, string songs)
    {
        var repository = Workplace.Find();
        return new GradeOptions(
            submission, repository.Rubric, [songs], Path.Combine(submission, "artifacts"), repository.Cache, Only: [Question], null, SandboxKind.Auto, Seed: 1);
    }
}
