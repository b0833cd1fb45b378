using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Computes partial dependence.</summary>
internal static class DependenceCurves
{
    private static readonly double[] Levels = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <param name="genres">Genres that get curves of their own.</param>
    /// <returns>For each feature that is known of any song the curve of all songs and then those of the genres.</returns>
    public static IReadOnlyList<PartialDependence> Of(
        IReadOnlyList<FoldModel> models, FeatureSet set, IReadOnlyList<AudioFeature> features, IReadOnlyList<string> genres)
    {
        var known = features.Select(feature => (Feature: feature, Values: ValuesOf(models, feature))).Where(pair => pair.Values.Length > 0).ToList();
        var curves = models.Select(model => Curves(model, known)).ToList();
        return
        [
            .. known.SelectMany((pair, i) => Of(set, pair.Feature, pair.Values, [.. models.SelectMany((model, m) => model.Songs.Zip(curves[m][i]))], genres)),
        ];
    }

    private static IEnumerable<PartialDependence> Of(
        FeatureSet set, AudioFeature feature, double[] values, List<(LabelledSong Song, double[] Curve)> curves, IReadOnlyList<string> genres)
    {
        return [Summarise(null, curves), .. genres.Select(genre => Summarise(genre, curves.FindAll(curve => curve.Song.Song.Genre == genre)))];

        PartialDependence Summarise(string? genre, List<(LabelledSong Song, double[] Curve)> own) => new(
            set,
            feature,
            genre,
            [.. values.Select((value, i) =>
            {
                double[] changes = [.. own.Select(c => c.Curve[i] - c.Curve[0]).Order()];
                return new DependencePoint(value, own.Average(c => c.Curve[i]), Quantiles.OfSorted(changes, 0.1), Quantiles.OfSorted(changes, 0.9));
            })],
            own.Average(c => c.Curve[^1] > c.Curve[0] ? 1.0 : 0.0));
    }

    /// <summary>Where the curves of a feature are looked at; nowhere if no song has it.</summary>
    private static double[] ValuesOf(IReadOnlyList<FoldModel> models, AudioFeature feature)
    {
        var known = models.SelectMany(model => model.Songs).Select(song => song.Song[feature]).Where(double.IsFinite).Order().ToArray();
        return known.Length == 0 ? [] : [.. Levels.Select(level => Quantiles.OfSorted(known, level))];
    }

    /// <summary>By feature, for each test song what the model answers at each value.</summary>
    private static double[][][] Curves(FoldModel model, List<(AudioFeature Feature, double[] Values)> features)
    {
        var donors = new float[Levels.Length * model.Rows.Columns];
        foreach (var (feature, values) in features)
        {
            for (var level = 0; level < values.Length; level++)
                donors[(level * model.Rows.Columns) + Column(feature)] = (float)values[level];
        }

        int[][] orders = [.. Levels.Select((_, level) => Enumerable.Repeat(level, model.Rows.Rows).ToArray())];
        var answers = model.Predict(
            model.Rows,
            model.Rows with
            {
                Values = donors,
                Rows = Levels.Length,
            },
            [.. features.Select(pair => new ColumnPermutation([Column(pair.Feature)], orders))]
        );
        return [.. answers.Select(levels => model.Songs.Select((_, row) => levels.Select(level => (double)level[row]).ToArray()).ToArray())];
    }

    /// <summary>Audio comes first.</summary>
    private static int Column(AudioFeature feature) => (int)feature;
}
