using System.Security.Cryptography;
using System.Text;

namespace HitSongs.Pipeline;

/// <summary>One file as it was read: nothing removed yet.</summary>
/// <param name="Path">As the user named it.</param>
internal sealed record SongFile(string Path, string Sha256, SongSchema Schema, IReadOnlyList<SongRow> Rows)
{
    private const int RowsPerReport = 1_000;

    public string Name => System.IO.Path.GetFileName(Path);

    public double MedianPopularity { get; } = Quantiles.Of(Rows.Select(row => row.Popularity).Where(double.IsFinite), 0.5);

    public static SongFile Read(string path, IProgress<ReadProgress>? progress)
    {
        var bytes = Bytes(path);
        using var text = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            using var rows = CsvRecords.Read(path, text).GetEnumerator();
            if (!rows.MoveNext())
                throw new InvalidInputException(path, null, "the file is empty", "Name a CSV file with a header line and one song per line");

            var header = new CsvHeader(path, rows.Current);
            var reader = new SongRowReader(path, header, SongSchema.Recognise(path, header.Names));
            var songs = new List<SongRow>();
            while (rows.MoveNext())
            {
                songs.Add(reader.Read(rows.Current));
                if (songs.Count % RowsPerReport == 0)
                    progress?.Report(new ReadProgress(path, songs.Count));
            }

            if (songs.Count == 0)
                throw new InvalidInputException(path, null, "the file has a header and no songs", "Name a CSV file with one song per line");
            progress?.Report(new ReadProgress(path, songs.Count));
            return new SongFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), reader.Schema, songs);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidInputException(path, null, "the file is not UTF-8 text", "Save it as CSV in UTF-8", e);
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new InvalidInputException(path, null, "the file does not exist", "Check the path", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var problem = Directory.Exists(path) ? "it is a folder and not a file" : "the file cannot be read";
            throw new InvalidInputException(path, null, problem, "Name a CSV file that you may read", e);
        }
    }
}
