namespace HitSongs.Pipeline.Synthesis;

/// <summary>Genres and cells of a data set, small ones put together: figures are published of groups, not of single songs.</summary>
/// <param name="GenreNames">By position.</param>
/// <param name="Cells">Genre and subgenre of each cell.</param>
/// <param name="GenreOf">By song.</param>
/// <param name="CellOf">By song.</param>
internal sealed record TwinGroups(IReadOnlyList<string> GenreNames, IReadOnlyList<(int Genre, string Subgenre)> Cells, int[] GenreOf, int[] CellOf)
{
    public const int SmallestGenre = 25;
    public const int SmallestCell = 10;
    public const string Other = "other";

    public static TwinGroups Of(IReadOnlyList<LabelledSong> songs)
    {
        var genres = Genres(songs);
        var names = genres.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var cells = genres.Zip(songs, (genre, song) => (Genre: genre, Subgenre: genre == Other ? song.Song.Genre : song.Song.Subgenre)).ToArray();
        var sizes = cells.CountBy(cell => cell).ToDictionary();
        cells = Array.ConvertAll(cells, cell => sizes[cell] < SmallestCell || cell.Subgenre.Length == 0 ? (cell.Genre, Other) : cell);
        var distinct = cells.Distinct().OrderBy(cell => cell.Genre, StringComparer.Ordinal).ThenBy(cell => cell.Subgenre, StringComparer.Ordinal).ToList();
        var cellNumbers = distinct.Select((cell, i) => (cell, i)).ToDictionary(pair => pair.cell, pair => pair.i);
        return new TwinGroups(
            names,
            distinct.ConvertAll(cell => (names.IndexOf(cell.Genre), cell.Subgenre)),
            genres.Select(genre => names.IndexOf(genre)).ToArray(),
            cells.Select(cell => cellNumbers[cell]).ToArray());
    }

    /// <summary>Genres below the smallest size become one, which takes in further ones until it has the size itself.</summary>
    private static string[] Genres(IReadOnlyList<LabelledSong> songs)
    {
        var sizes = songs.CountBy(song => song.Song.Genre, StringComparer.Ordinal)
            .OrderBy(genre => genre.Value).ThenBy(genre => genre.Key, StringComparer.Ordinal).ToList();
        var merged = new HashSet<string>(StringComparer.Ordinal);
        var total = 0;
        foreach (var (genre, size) in sizes)
        {
            if (size < SmallestGenre || genre.Length == 0 || (total > 0 && total < SmallestGenre))
            {
                merged.Add(genre);
                total += size;
            }
        }

        return songs.Select(song => merged.Contains(song.Song.Genre) ? Other : song.Song.Genre).ToArray();
    }
}
