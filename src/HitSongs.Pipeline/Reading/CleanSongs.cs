using HitSongs.Pipeline.Songs;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Reading;

/// <summary>The rows that are used, still by column, with the account of the others.</summary>
/// <param name="Used">File and row, in the order of the files and lines.</param>
/// <param name="Hits">By position of <paramref name="Used"/>.</param>
internal sealed record CleanSongs(
    IReadOnlyList<SongFile> Files, SongTexts Texts, IReadOnlyList<(int File, int Row)> Used, IReadOnlyList<bool> Hits, DataCard Card,
    IReadOnlyList<RowAction> Actions)
{
    private SongSchema Schema => Files[0].Schema;

    public SongData ToData()
    {
        var primary = Enumerable.Range(0, Texts.Artists.Count).Select(number => Texts.Artists[number].Split(Schema.ArtistSeparator, 2)[0].Trim()).ToArray();
        var artists = Enumerable.Range(0, Texts.Artists.Count).Select(ArtistsWithCommas).ToArray();
        var songs = Used.Select((place, i) =>
        {
            var rows = Files[place.File].Rows;
            var name = Texts.Names[rows.Names[place.Row]];
            var song = new Song
            {
                TrackId = Texts.TrackIds[rows.TrackIds[place.Row]],
                Name = name,
                Artists = artists[rows.Artists[place.Row]],
                PrimaryArtist = Schema[SongColumn.Artists] is null ? name : primary[rows.Artists[place.Row]],
                Album = Texts.Albums[rows.Albums[place.Row]],
                Genre = Texts.Genres[rows.Genres[place.Row]],
                Subgenre = Texts.Subgenres[rows.Subgenres[place.Row]],
                Released = rows.Released[place.Row].ToReleaseDate(),
                Audio = Array.AsReadOnly(rows.AudioOf(place.Row)),
            };
            return new LabelledSong(song, rows.Popularity[place.Row], Hits[i]);
        }).ToList();
        return new SongData(Card, songs, Actions) { Playlists = Playlists(songs) };
    }

    private string ArtistsWithCommas(int number)
    {
        var names = Texts.Artists[number];
        return Schema.ArtistSeparator == ',' ? names : names.Replace(Schema.ArtistSeparator.ToString(), ", ", StringComparison.Ordinal);
    }

    private Dictionary<string, string> Playlists(List<LabelledSong> songs)
    {
        if (Schema[SongColumn.PlaylistId] is null)
            return new Dictionary<string, string>(StringComparer.Ordinal);
        return songs.Select((song, i) => (song.Song.TrackId, Playlist: Texts.Playlists[Files[Used[i].File].Rows.Playlists[Used[i].Row]]))
            .ToDictionary(pair => pair.TrackId, pair => pair.Playlist, StringComparer.Ordinal);
    }
}
