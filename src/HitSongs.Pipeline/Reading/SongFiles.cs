using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Reading;

/// <summary>Reads CSV files of songs as one data set and cleans it.</summary>
public static class SongFiles
{
    /// <summary>Reads one or more files of the same schema; column order and case are free, and so is the order in which the files are named.</summary>
    /// <param name="paths">At least one path; each file UTF-8 (or UTF-16 with its mark), separated by commas, with a header line.</param>
    /// <param name="progress">Told now and then how many rows of a file have been read.</param>
    /// <param name="mapping">Names the columns of a data set that is not known; null to recognise one of the five public data sets.</param>
    /// <param name="today">Today's date: a release more than a year later is impossible. Without it every year is possible.</param>
    /// <exception cref="InvalidInputException">A file is missing, empty, damaged, named twice, or of no known schema.</exception>
    public static SongData Read(IReadOnlyList<string> paths, IProgress<ReadProgress>? progress = null, SongMapping? mapping = null, DateOnly? today = null) =>
        ReadColumns(paths, progress, mapping, today).ToData();

    /// <summary>Reads songs to predict, whose popularity is not known yet: columns of labels and playlists need not be there, and nothing is taken from
    /// them.</summary>
    /// <param name="paths">As for <see cref="Read"/>.</param>
    /// <param name="progress">Told now and then how many rows of a file have been read.</param>
    /// <param name="mapping">Names the columns of a data set that is not known.</param>
    /// <param name="today">As for <see cref="Read"/>.</param>
    /// <returns>One song per track id, in the order of the files as they are named, and lines; of copies of a track the first.</returns>
    /// <exception cref="InvalidInputException">A file is missing, empty, damaged, named twice, or of no known schema.</exception>
    public static IReadOnlyList<Song> ReadUnlabelled(
        IReadOnlyList<string> paths, IProgress<ReadProgress>? progress = null, SongMapping? mapping = null, DateOnly? today = null)
    {
        var texts = new SongTexts();
        var files = ReadFiles(
            paths, texts,
            new SongReading(mapping?.Schema.WithoutLabels(), LatestRelease(today), FiguresOnly: false, progress) { Known = KnownSchemas.Unlabelled });
        return [.. SongCleaning.Clean(files, texts, countOnly: false).ToData().Songs.Select(song => song.Song)];
    }

    /// <summary>The same by column, for figures over a million songs: some 200 bytes per row and no object for it.</summary>
    /// <param name="figuresOnly">Leaves out the texts that enter no figure, such as titles and artists, which are different in nearly every row.</param>
    internal static CleanSongs ReadColumns(
        IReadOnlyList<string> paths, IProgress<ReadProgress>? progress = null, SongMapping? mapping = null, DateOnly? today = null, bool figuresOnly = false)
    {
        var texts = new SongTexts();
        var files = ReadFiles(paths, texts, new SongReading(mapping?.Schema, LatestRelease(today), figuresOnly, progress));
        return SongCleaning.Clean(files.Count == 1 ? files : ByPopularity(files), texts, figuresOnly);
    }

    private static List<SongFile> ReadFiles(IReadOnlyList<string> paths, SongTexts texts, SongReading reading)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
            throw new ArgumentException("Name at least one file of songs.", nameof(paths));

        var files = paths.Select(path => SongFile.Read(path, texts, reading)).ToList();
        RefuseRepeatedFiles(files);
        RefuseMixedSchemas(files);
        return files;
    }

    /// <summary>Albums are announced months ahead; what is a year or more ahead is a slip of the pen.</summary>
    private static DateOnly LatestRelease(DateOnly? today) => today?.AddYears(1) ?? DateOnly.MaxValue;

    /// <summary>Popular songs first, so that their copy of a track wins whatever the order in which a user named the files.</summary>
    private static List<SongFile> ByPopularity(List<SongFile> files) =>
        files.OrderByDescending(file => file.MedianPopularity).ThenBy(file => file.Sha256, StringComparer.Ordinal).ToList();

    private static void RefuseRepeatedFiles(List<SongFile> files)
    {
        var first = new Dictionary<string, SongFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!first.TryAdd(file.Sha256, file))
                throw new InvalidInputException(file.Path, null, $"it holds the same bytes as {first[file.Sha256].Path}", "Name every file once");
        }
    }

    private static void RefuseMixedSchemas(List<SongFile> files)
    {
        foreach (var file in files.Where(file => file.Schema != files[0].Schema))
        {
            throw new InvalidInputException(
                file.Path,
                1,
                $"it is of the schema '{file.Schema.Name}', but {files[0].Path} is of '{files[0].Schema.Name}'",
                "Read files of one schema at a time");
        }
    }
}

/// <summary>The reader's progress in one file.</summary>
public sealed record ReadProgress(string File, int Rows);
