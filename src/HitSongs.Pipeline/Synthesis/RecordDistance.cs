using HitSongs.Pipeline.Analysis;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>Distance to the closest real record, in standard deviations over the audio and the year: a twin must not hand out a real row.</summary>
/// <param name="Smallest">Of all synthetic songs.</param>
/// <param name="Percentile1">1 % quantile.</param>
/// <param name="RealPercentile1">1 % quantile of the distance from a real song to the real song next to it, for comparison.</param>
/// <param name="Near">Synthetic songs nearer than <see cref="NearDistance"/> to a real one.</param>
public sealed record RecordDistance(double Smallest, double Percentile1, double Median, double RealPercentile1, double RealMedian, int Near)
{
    /// <summary>A hundredth of a standard deviation in all columns together: the same song for all that one can see.</summary>
    public const double NearDistance = 0.01;

    internal static RecordDistance Of(IReadOnlyList<LabelledSong> real, IReadOnlyList<LabelledSong> synthetic)
    {
        var columns = Enumerable.Range(0, TwinScale.Count).Select(column => Distribution.Of(real.Select(song => TwinScale.Values(song.Song)[column]).ToList())).ToList();
        double[] Scaled(LabelledSong song) => TwinScale.Values(song.Song).Select((value, c) => (value - columns[c].Mean) / Math.Max(columns[c].StandardDeviation, 1e-9)).ToArray();
        var (ours, theirs) = (real.Select(Scaled).ToArray(), synthetic.Select(Scaled).ToArray());
        var toReal = theirs.Select(song => Closest(song, ours, self: -1)).Order().ToArray();
        var amongReal = ours.Select((song, i) => Closest(song, ours, i)).Order().ToArray();
        return new RecordDistance(
            toReal[0], Quantiles.OfSorted(toReal, 0.01), Quantiles.OfSorted(toReal, 0.5),
            Quantiles.OfSorted(amongReal, 0.01), Quantiles.OfSorted(amongReal, 0.5), toReal.Count(distance => distance < NearDistance));
    }

    private static double Closest(double[] song, double[][] others, int self)
    {
        var smallest = double.PositiveInfinity;
        for (var i = 0; i < others.Length; i++)
        {
            if (i == self)
                continue;
            var sum = 0.0;
            for (var c = 0; c < song.Length && sum < smallest; c++)
                sum += (song[c] - others[i][c]) * (song[c] - others[i][c]);
            smallest = Math.Min(smallest, sum);
        }

        return Math.Sqrt(smallest);
    }
}
