using HitSongs.Pipeline;
using HitSongs.Pipeline.Songs;
using HitSongs.Songs;

namespace HitSongs.Tests.Pipeline.Explanation;

/// <summary>Data sets in which it is known what hits depend on.</summary>
internal static class StudySongs
{
    public static SongData Data(IReadOnlyList<LabelledSong> songs) =>
        new(
            new DataCard("Made songs", true, [new DataFile("made.csv", "00", songs.Count)], songs.Count, songs.Count, songs.Count(song => song.Hit), 68, []),
            songs,
            []
        )
        {
            Playlists = songs.ToDictionary(song => song.Song.TrackId, song => $"{song.Song.Genre}-{song.Song.Subgenre}"),
        };

    /// <summary>A song whose audio features are drawn and then changed.</summary>
    public static LabelledSong Song(
        int number, double popularity, SeededRandom random, string genre = "pop", string subgenre = "soft", ReleaseDate? released = null, string? artist = null,
        params (AudioFeature Feature, double Value)[] audio)
    {
        var values = Enumerable.Range(0, AudioColumns.Names.Count).Select(_ => random.Uniform()).ToArray();
        foreach (var (feature, value) in audio)
            values[(int)feature] = value;
        var song = MadeSongs.Unlabelled($"{number:0000}", artist ?? "", genre, subgenre, released) with { Audio = values };
        return new LabelledSong(song, popularity, popularity >= 68);
    }

    /// <summary>Hits by loudness and nothing else, equally many in each of two genres with five subgenres.</summary>
    public static SongData LoudHits(int count = 400)
    {
        var random = new SeededRandom(3);
        return Data(
            Enumerable
                .Range(0, count)
                .Select(i =>
                {
                    var loudness = random.Uniform();
                    return Song(
                        i,
                        (60 * loudness) + (40 * random.Uniform()),
                        random,
                        i % 2 == 0 ? "pop" : "rock",
                        $"s{i / 2 % 5}",
                        new ReleaseDate(2000 + (i % 7), 1 + (i % 12), 2 + (i % 20)),
                        null,
                        (AudioFeature.Loudness, loudness)
                    );
                })
                .ToList()
        );
    }

    /// <summary>Cells that are loud have hits, cells that are quiet have few; within a cell loudness says nothing.</summary>
    public static SongData LoudCells(int count = 600)
    {
        var random = new SeededRandom(4);
        return Data(
            Enumerable
                .Range(0, count)
                .Select(i =>
                {
                    var loud = i % 2 == 0;
                    var hit = random.Uniform() < (loud ? 0.8 : 0.2);
                    return Song(
                        i,
                        hit ? 80 : 30,
                        random,
                        "pop",
                        $"{(loud ? "loud" : "quiet")}{i / 2 % 5}",
                        null,
                        null,
                        (AudioFeature.Loudness, (loud ? 1 : 0) + random.Uniform())
                    );
                })
                .ToList()
        );
    }
}
