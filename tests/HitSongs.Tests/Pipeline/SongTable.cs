using HitSongs.Songs;

namespace HitSongs.Tests.Pipeline;

/// <summary>Writes small song files that differ from a good one in what a test is about.</summary>
internal sealed class SongTable : IDisposable
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "track_id", "track_name", "track_artist", "track_album_name", "playlist_genre", "playlist_subgenre", "track_album_release_date",
        "track_popularity", "playlist_id", .. AudioColumns.Names,
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hitsongs-");

    public string Folder => folder.FullName;

    /// <summary>A row in the order of <paramref name="columns"/>, with some fields replaced: ("energy", "0.9").</summary>
    public static string Row(string id, IReadOnlyList<string>? columns = null, params (string Column, string Value)[] changes) =>
        string.Join(',', (columns ?? Columns).Select(column => changes.FirstOrDefault(c => c.Column == column).Value ?? Default(column, id)));

    /// <summary>Position of an audio feature by the name of its column.</summary>
    public static int AudioColumn(string name) => AudioColumns.Names.ToList().IndexOf(name);

    /// <summary>Writes a file with the usual header, LF line ends and no byte order mark.</summary>
    public string Write(string name, params string[] rows) => WriteText(name, string.Join('\n', [string.Join(',', Columns), .. rows, ""]));

    public string WriteText(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Default(string column, string id) => column switch
    {
        "track_id" => id,
        "track_name" => $"Song {id}",
        "track_artist" => $"Artist {id}",
        "track_album_name" => "Album",
        "playlist_genre" => "pop",
        "playlist_subgenre" => "soft",
        "track_album_release_date" => "2020-05-17",
        "track_popularity" => "50",
        "playlist_id" => "playlist",
        "key" => "5",
        "loudness" => "-6.5",
        "mode" => "1",
        "tempo" => "120",
        "duration_ms" => "200000",
        "time_signature" => "4",
        _ => "0.5",
    };
}
