using System.Runtime.CompilerServices;
using System.Text.Json;
using HitSongs.Pipeline.Evaluation;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

/// <summary>Every metric beside what scikit-learn computes; make_expectations.py writes the cases.</summary>
public sealed class MetricsAgainstScikitLearnTests
{
    public sealed record Case(
        string Name, bool[] Hits, double[] Probabilities, double[] Popularity, double[] Predicted, IReadOnlyDictionary<string, double?> Expected)
    {
        public override string ToString() => Name;
    }

    [TestCaseSource(nameof(Cases))]
    public void Every_metric_is_scikit_learns_and_undefined_where_that_has_none(Case given)
    {
        var truth = given.Hits.Select((hit, i) => new LabelledSong(MadeSongs.Unlabelled($"{i:0000}"), given.Popularity[i], hit)).ToList();
        var predictions = truth.Select((song, i) => new Prediction(song.Song.TrackId, given.Predicted[i], given.Probabilities[i])).ToList();

        var metrics = ModelEvaluation.Evaluate(truth, predictions, resamples: 0);

        Assert.That(metrics.Keys, Is.EquivalentTo(given.Expected.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (name, expected) in given.Expected)
                Assert.That(metrics[name].Value, expected is { } value ? Is.EqualTo(value).Within(1e-9) : Is.NaN, name);
        });
    }

    public static IReadOnlyList<Case> Cases() =>
        JsonSerializer.Deserialize<IReadOnlyList<Case>>(File.ReadAllText(Path.Combine(Folder(), "Expectations", "metrics.json")), JsonSerializerOptions.Web)!;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
