using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Leaks;

/// <summary>Mistakes that are often made with these songs, made on purpose: what each does to the score of one and the same model.</summary>
/// <remarks>Boosted trees on the audio features, five folds. None of these models is of use for anything else.</remarks>
public static class LeakTraps
{
    private const int Folds = 5;
    private const int Seed = 1;
    private const double Smoothing = 5;

    /// <summary>Traps in cleaned songs: encodings of artists, and a label left in.</summary>
    public static IReadOnlyList<LeakFinding> Of(SongData data)
    {
        var songs = data.Songs;
        var audio = TrapRows.Of(songs, FeatureSet.Audio);
        var (byArtist, atRandom) = (GroupFolds.Divide(songs, song => song.Song.PrimaryArtist, Folds, Seed), GroupFolds.Divide(songs, song => song.Song.TrackId, Folds, Seed));
        var honest = audio.Area(byArtist);
        var everything = audio.With(_ => Encoded(songs, songs, songs.Select(_ => true).ToArray())).Area(byArtist);
        var inside = audio.With(training => CrossFitted(songs, training, song => song.Song.TrackId)).Area(atRandom);
        var apart = audio.With(training => CrossFitted(songs, training, song => song.Song.PrimaryArtist)).Area(byArtist);
        var all = TrapRows.Of(songs, FeatureSet.AudioAndGenre);
        var (fit, clean) = (all.With(_ => [.. songs.Select(song => song.Hit ? 1.0 : 0)]).RSquared(byArtist), all.RSquared(byArtist));
        return
        [
            Trap("artist-encoding-on-all-rows", everything, honest, "The artist's share of hits, computed on all songs, holds the test song's own label"),
            Trap("artist-encoding-with-random-split", inside, honest, "The artist's share of hits, computed in training folds, meets other songs of the same artist in the test fold"),
            new LeakFinding("artist-encoding-by-artist", MetricNames.AreaUnderRocCurve, apart, honest, Found: false, $"With artists kept apart, the same encoding reaches {DataLeaks.Text(apart)}, without it {DataLeaks.Text(honest)}: nothing was gained."),
            new LeakFinding("label-in-regression", MetricNames.RSquared, fit, clean, fit - clean > 0.02, $"The hit label left in as a feature of popularity: R² {DataLeaks.Text(fit)} instead of {DataLeaks.Text(clean)}."),
        ];
    }

    /// <summary>Traps in rows as the files have them: repeated tracks, oversampling before the split, columns joined by position.</summary>
    /// <exception cref="InvalidInputException">A file is missing or damaged.</exception>
    public static IReadOnlyList<LeakFinding> OfFiles(IReadOnlyList<string> paths)
    {
        var clean = SongFiles.ReadColumns(paths);
        var songs = SongFiles.Read(paths).Songs;
        var honest = TrapRows.Of(songs, FeatureSet.Audio).Area(GroupFolds.Divide(songs, song => song.Song.PrimaryArtist, Folds, Seed));
        var raw = TrapRows.OfRaw(clean);
        var repeated = raw.Area(AtRandom(raw.Count));
        var oversampled = raw.Oversampled(Seed);
        var smote = oversampled.Area(AtRandom(oversampled.Count));
        var joined = TrapRows.JoinedByPosition(clean);
        var position = joined.Area(AtRandom(joined.Count));
        return
        [
            Trap("repeated-tracks-kept", repeated, honest, "Repeated tracks stand in training and test at once"),
            Trap("oversampled-before-split", smote, honest, "Synthetic hits (SMOTE) made before the split are mixtures of test songs"),
            Trap("joined-by-position", position, honest, "Files whose columns stand in another order are joined by position, so that values tell the file"),
        ];
    }

    private static LeakFinding Trap(string id, double with, double honest, string how) => new(
        id, MetricNames.AreaUnderRocCurve, with, honest, with - honest > 0.01,
        $"{how}: {DataLeaks.Text(with)} instead of {DataLeaks.Text(honest)}, {DataLeaks.Text(Math.Max(0, with - honest))} of it is leakage.");

    private static int[] AtRandom(int count)
    {
        var part = Enumerable.Range(0, count).Select(i => i % Folds).ToArray();
        new SeededRandom(Seed).Shuffle(part.AsSpan());
        return part;
    }

    /// <summary>The smoothed share of hits of each song's artist among some of the songs.</summary>
    private static double[] Encoded(IReadOnlyList<LabelledSong> asked, IReadOnlyList<LabelledSong> songs, bool[] known)
    {
        var kept = songs.Where((_, i) => known[i]).ToList();
        var mean = kept.Average(song => song.Hit ? 1.0 : 0);
        var shares = kept.GroupBy(song => song.Song.PrimaryArtist, StringComparer.Ordinal)
            .ToDictionary(artist => artist.Key, artist => (artist.Count(song => song.Hit) + (Smoothing * mean)) / (artist.Count() + Smoothing), StringComparer.Ordinal);
        return [.. asked.Select(song => shares.GetValueOrDefault(song.Song.PrimaryArtist, mean))];
    }

    /// <summary>Test songs get what all training songs say, training songs what those of other parts say: as it should be done.</summary>
    private static double[] CrossFitted(IReadOnlyList<LabelledSong> songs, bool[] training, Func<LabelledSong, string> unit)
    {
        var values = Encoded(songs, songs, training);
        var part = GroupFolds.Divide(songs, unit, Folds, Seed + 1);
        for (var inner = 0; inner < Folds; inner++)
        {
            var others = Encoded(songs, songs, [.. training.Select((known, i) => known && part[i] != inner)]);
            for (var i = 0; i < values.Length; i++)
                values[i] = training[i] && part[i] == inner ? others[i] : values[i];
        }

        return values;
    }
}
