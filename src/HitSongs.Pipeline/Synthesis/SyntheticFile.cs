using System.Globalization;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>Writes rows with the 29 columns of the Spotify Music Dataset. Every id and address says that it is made up.</summary>
internal static class SyntheticFile
{
    /// <summary>Two orders, because the public files have two; both are of the same names.</summary>
    public static readonly IReadOnlyList<string> HighOrder =
    [
        "energy", "tempo", "danceability", "playlist_genre", "loudness", "liveness", "valence", "track_artist", "time_signature", "speechiness",
        "track_popularity", "track_href", "uri", "track_album_name", "playlist_name", "analysis_url", "track_id", "track_name",
        "track_album_release_date", "instrumentalness", "track_album_id", "mode", "key", "duration_ms", "acousticness", "id",
        "playlist_subgenre", "type", "playlist_id",
    ];

    public static readonly IReadOnlyList<string> LowOrder = HighOrder.Order(StringComparer.Ordinal).ToList();

    private static readonly HashSet<string> OfAudioRequest = new(
        [.. AudioColumns.Names, "track_href", "uri", "type", "analysis_url", "id"], StringComparer.Ordinal);

    public static string Id(SyntheticSong song) => $"synthetic{song.Number:000000}";

    public static void Write(string path, IReadOnlyList<string> columns, IEnumerable<SyntheticRow> rows)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', columns));
        foreach (var row in rows)
            writer.WriteLine(string.Join(',', columns.Select(column => Quote(Field(column, row)))));
    }

    private static string Quote(string field) => field.Contains(',', StringComparison.Ordinal) ? $"\"{field}\"" : field;

    private static string Field(string column, SyntheticRow row)
    {
        // A song whose audio was not to be had lacks everything that came with it.
        if (!row.Audible && OfAudioRequest.Contains(column))
            return "";

        var song = row.Song;
        var id = Id(song);
        return column switch
        {
            "track_id" or "id" => id,
            "track_name" => $"Synthetic song {song.Number}",
            "track_artist" => song.Artists,
            "track_album_name" => $"Synthetic album {song.Number}",
            "track_album_id" => $"syntheticalbum{song.Number:000000}",
            "track_album_release_date" => song.Released,
            "track_popularity" => $"{song.Popularity}",
            "track_href" => $"synthetic:href:{id}",
            "uri" => $"synthetic:track:{id}",
            "analysis_url" => $"synthetic:analysis:{id}",
            "type" => "audio_features",
            "playlist_id" => $"syntheticplaylist{row.Playlist.Number:000}",
            "playlist_name" => $"Synthetic playlist {row.Playlist.Number}",
            "playlist_genre" => row.Playlist.Genre,
            "playlist_subgenre" => row.Playlist.Subgenre,
            _ => song.Audio[AudioColumns.Names.IndexOf(column)].ToString(CultureInfo.InvariantCulture),
        };
    }

    private static int IndexOf(this IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }

        throw new ArgumentException($"There is no audio feature '{name}'.", nameof(name));
    }
}
