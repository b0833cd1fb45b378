using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Quantiles of a feature in a group of songs.</summary>
internal static class HitBands
{
    private static readonly double[] Levels = [0.1, 0.25, 0.5, 0.75, 0.9];

    private const int Resamples = 200;
    private const int Seed = 1;

    public static HitBand Of(IEnumerable<LabelledSong> songs, AudioFeature feature)
    {
        var rows = songs.Where(song => double.IsFinite(song.Song[feature])).OrderBy(song => song.Song[feature]).ToList();
        var values = rows.ConvertAll(song => song.Song[feature]).ToArray();
        var units = new UnitDraws(rows.Select(song => song.Song.PrimaryArtist), Resamples, Seed);
        var draws = units.Draws.Select(times => Drawn(values, units, times)).ToList();
        var estimates = Levels.Select((level, i) => Resampled.Of(Quantiles.OfSorted(values, level), draws.Select(draw => draw[i]))).ToList();
        return new HitBand(values.Length, estimates[0], estimates[1], estimates[2], estimates[3], estimates[4]);
    }

    /// <summary>Quantiles of a draw by one walk over the sorted values; without interpolation, which intervals do not need.</summary>
    private static double[] Drawn(double[] values, UnitDraws units, int[] times)
    {
        var quantiles = new double[Levels.Length];
        Array.Fill(quantiles, double.NaN);
        double total = 0, seen = 0;
        for (var i = 0; i < values.Length; i++)
            total += times[units.UnitOf(i)];
        var next = 0;
        for (var i = 0; i < values.Length && next < Levels.Length; i++)
        {
            seen += times[units.UnitOf(i)];
            while (next < Levels.Length && total > 0 && seen >= Levels[next] * total)
                quantiles[next++] = values[i];
        }

        return quantiles;
    }
}
