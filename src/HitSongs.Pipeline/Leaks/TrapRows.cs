using System.Globalization;
using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Trees;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Songs.Reading;

namespace HitSongs.Pipeline.Leaks;

/// <summary>Rows of numbers with labels, without any of the safeguards of songs.</summary>
/// <param name="Values">Row by row; <see cref="float.NaN"/> is missing.</param>
/// <param name="Popularity">Empty where it is not needed.</param>
/// <param name="Added">A further column, computed for each fold from which rows are its training rows.</param>
internal sealed record TrapRows(IReadOnlyList<float[]> Values, bool[] Hits, double[] Popularity, Func<bool[], double[]>? Added = null)
{
    private const int Neighbours = 5;

    private static readonly XGBoostParameters Parameters = new(XGBoostObjective.Logistic)
    {
        Rounds = 200,
        MaxDepth = 5,
        LearningRate = 0.05,
        Subsample = 0.8,
        ColumnSampleByTree = 0.5,
        MinChildWeight = 4,
        Seed = 1,
    };

    public int Count => Hits.Length;

    public static TrapRows Of(IReadOnlyList<LabelledSong> songs, FeatureSet set)
    {
        var matrix = FeatureEncoder.Fit(songs, set).Encode([.. songs.Select(song => song.Song)]);
        return new TrapRows([.. songs.Select((_, row) => matrix.Row(row).ToArray())], [.. songs.Select(song => song.Hit)], [.. songs.Select(song => song.Popularity)]);
    }

    /// <summary>Every row of the files, repeated tracks too.</summary>
    public static TrapRows OfRaw(CleanSongs songs)
    {
        var rows = songs.Files.SelectMany(file => Enumerable.Range(0, file.Rows.Count).Select(row => (file.Rows, row))).Where(r => IsLabelled(r.Rows, r.row)).ToList();
        return new TrapRows(
            rows.ConvertAll(r => Array.ConvertAll(r.Rows.AudioOf(r.row), value => (float)value)),
            [.. rows.Select(r => double.IsNaN(r.Rows.Hit[r.row]) ? r.Rows.Popularity[r.row] >= songs.Card.HitThreshold : r.Rows.Hit[r.row] == 1)],
            []);
    }

    /// <summary>The audio columns where the first file has them, read from there in every file; the label is the file.</summary>
    public static TrapRows JoinedByPosition(CleanSongs songs)
    {
        var (values, hits) = (new List<float[]>(), new List<bool>());
        int[] places = [];
        foreach (var file in songs.Files)
        {
            using var bytes = File.OpenRead(file.Path);
            using var csv = new CsvSource(file.Path, bytes);
            csv.Read();
            if (places.Length == 0)
                places = [.. AudioColumns.Names.Select(name => Enumerable.Range(0, csv.FieldCount).FirstOrDefault(i => csv.Text(i).Equals(name, StringComparison.OrdinalIgnoreCase), -1))];
            while (csv.Read())
            {
                values.Add(Array.ConvertAll(places, place => place >= 0 && place < csv.FieldCount ? Number(csv.Text(place)) : float.NaN));
                hits.Add(file == songs.Files[0]);
            }
        }

        return new TrapRows(values, [.. hits], []);
    }

    public TrapRows With(Func<bool[], double[]> added) => this with { Added = added };

    /// <summary>As many hits as others by SMOTE: new ones between a hit and one of its nearest, in units of each feature's spread.</summary>
    public TrapRows Oversampled(int seed)
    {
        var random = new SeededRandom(seed);
        var hits = Values.Where((row, i) => Hits[i] && row.All(float.IsFinite)).ToList();
        var scale = Enumerable.Range(0, Values[0].Length).Select(c => Math.Max(1e-9, Distribution.Of(hits.ConvertAll(row => (double)row[c])).StandardDeviation)).ToArray();
        var near = hits.ConvertAll(row => hits.OrderBy(other => Distance(row, other, scale)).Skip(1).Take(Neighbours).ToArray());
        var made = Enumerable.Range(0, Count - (2 * Hits.Count(hit => hit))).Select(_ =>
        {
            var from = random.Below(hits.Count);
            var (to, share) = (near[from][random.Below(near[from].Length)], (float)random.Uniform());
            return hits[from].Zip(to, (a, b) => a + (share * (b - a))).ToArray();
        }).ToList();
        return new TrapRows([.. Values, .. made], [.. Hits, .. made.Select(_ => true)], []);
    }

    /// <summary>Mean over the folds of the area under the ROC curve.</summary>
    /// <param name="part">The fold of each row.</param>
    public double Area(int[] part) => Score(part, Parameters, Hits.Select(hit => hit ? 1f : 0).ToArray(), (predicted, rows) => HitMetrics.AreaUnderRocCurve(predicted, rows.Select(i => Hits[i]).ToArray()));

    /// <summary>Mean over the folds of the share of popularity's variance that is explained.</summary>
    public double RSquared(int[] part) => Score(
        part, Parameters with { Objective = XGBoostObjective.SquaredError }, Popularity.Select(value => (float)value).ToArray(),
        (predicted, rows) => PopularityMetrics.RSquared(predicted, rows.Select(i => Popularity[i]).ToArray()));

    private double Score(int[] part, XGBoostParameters parameters, float[] labels, Func<double[], int[], double> score)
    {
        if (labels.Any(float.IsNaN))
            return double.NaN;
        return Enumerable.Range(0, part.Max() + 1).Select(fold =>
        {
            var added = Added?.Invoke([.. part.Select(p => p != fold)]);
            var (training, test) = (Rows(part, p => p != fold), Rows(part, p => p == fold));
            using var model = XGBoost.Train(Matrix(training, added), training.Select(i => labels[i]).ToArray(), parameters);
            return score(FoldModel.Doubles(model.Predict(Matrix(test, added))), test);
        }).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
    }

    private FeatureMatrix Matrix(int[] rows, double[]? added)
    {
        var width = Values[0].Length + (added is null ? 0 : 1);
        return new FeatureMatrix([.. rows.SelectMany(row => added is null ? Values[row] : [.. Values[row], (float)added[row]])], rows.Length, [.. Enumerable.Range(0, width).Select(i => $"{i}")]);
    }

    private static float Number(string text) => float.TryParse(text, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? value : float.NaN;

    private static int[] Rows(int[] part, Func<int, bool> holds) => [.. Enumerable.Range(0, part.Length).Where(i => holds(part[i]))];

    private static bool IsLabelled(SongRows rows, int row) => double.IsFinite(rows.Popularity[row]) || double.IsFinite(rows.Hit[row]);

    private static double Distance(float[] a, float[] b, double[] scale)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) / scale[i] * ((a[i] - b[i]) / scale[i]);
        return sum;
    }
}
