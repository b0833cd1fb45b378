namespace HitSongs.Pipeline;

/// <summary>What a model answers when one audio feature of every song is set to the same value: the mean, and how songs differ in it.</summary>
/// <remarks>It shows the model, not the world: the other features stay, so that songs arise that nobody would record.</remarks>
/// <param name="Set">What the model is told.</param>
/// <param name="Genre">Null for all songs.</param>
/// <param name="Points">At the 5, 25, 50, 75 and 95 % quantiles of the feature.</param>
/// <param name="Rising">Share of songs whose own curve (ICE) ends higher than it starts.</param>
public sealed record PartialDependence(FeatureSet Set, AudioFeature Feature, string? Genre, IReadOnlyList<DependencePoint> Points, double Rising)
{
    private static readonly double[] Levels = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <param name="genres">Genres that get curves of their own.</param>
    internal static IReadOnlyList<PartialDependence> Of(IReadOnlyList<FoldModel> models, FeatureSet set, AudioFeature feature, IReadOnlyList<string> genres)
    {
        var column = (int)feature; // audio comes first
        var known = models.SelectMany(model => model.Songs).Select(song => song.Song[feature]).Where(double.IsFinite).Order().ToArray();
        if (known.Length == 0)
            return [];
        var values = Levels.Select(level => Quantiles.OfSorted(known, level)).ToArray();
        var curves = models.SelectMany(model => Curves(model, column, values)).ToList();
        return [Summarise(null, curves), .. genres.Select(genre => Summarise(genre, curves.FindAll(curve => curve.Song.Song.Genre == genre)))];

        PartialDependence Summarise(string? genre, List<(LabelledSong Song, double[] Curve)> own) => new(
            set,
            feature,
            genre,
            [.. values.Select((value, i) => new DependencePoint(
                value, own.Average(c => c.Curve[i]), Quantiles.Of(own.Select(c => c.Curve[i] - c.Curve[0]), 0.1), Quantiles.Of(own.Select(c => c.Curve[i] - c.Curve[0]), 0.9)))],
            own.Average(c => c.Curve[^1] > c.Curve[0] ? 1.0 : 0.0));
    }

    private static IEnumerable<(LabelledSong Song, double[] Curve)> Curves(FoldModel model, int column, double[] values)
    {
        var answers = values.Select(value => model.Trees.Predict(With(model.Rows, column, (float)value))).ToList();
        return model.Songs.Select((song, row) => (song, answers.Select(answer => (double)answer[row]).ToArray()));
    }

    private static FeatureMatrix With(FeatureMatrix rows, int column, float value)
    {
        var values = (float[])rows.Values.Clone();
        for (var row = 0; row < rows.Rows; row++)
            values[(row * rows.Columns) + column] = value;
        return rows with { Values = values };
    }
}

/// <summary>One point of a curve.</summary>
/// <param name="Value">Of the feature, in its own unit.</param>
/// <param name="Mean">Mean predicted probability of a hit.</param>
/// <param name="Low">10 % quantile, over songs, of the change since the first point.</param>
/// <param name="High">90 % quantile of it.</param>
public sealed record DependencePoint(double Value, double Mean, double Low, double High);
