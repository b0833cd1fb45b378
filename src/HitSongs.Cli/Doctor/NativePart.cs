using System.Runtime.InteropServices;

namespace HitSongs.Cli.Doctor;

/// <summary>One row of build/native-parts.tsv, the list that the build installs from.</summary>
/// <param name="File">Where the part shows itself, relative to a prefix such as /usr.</param>
public sealed record NativePart(string Name, string Package, string File, string Why)
{
    private const string TableName = "native-parts.tsv";

    /// <summary>The table that this build was made with.</summary>
    public static IReadOnlyList<NativePart> ReadAll()
    {
        using var table = new StreamReader(typeof(NativePart).Assembly.GetManifestResourceStream(TableName)!);
        return ReadAll(table);
    }

    /// <summary>Reads a table: four columns separated by tabs; empty lines and lines that start with # are skipped.</summary>
    /// <exception cref="InvalidInputException">A row has not four columns, or one of them is empty.</exception>
    public static IReadOnlyList<NativePart> ReadAll(TextReader table)
    {
        var parts = new List<NativePart>();
        for (var (number, line) = (1, table.ReadLine()); line is not null; (number, line) = (number + 1, table.ReadLine()))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                parts.Add(Parse(line, number));
            }
        }

        return parts;
    }

    private static NativePart Parse(string line, int number)
    {
        var columns = line.Split('\t');
        if (columns.Length != 4 || columns.Any(string.IsNullOrWhiteSpace))
        {
            throw new InvalidInputException(
                TableName,
                number,
                $"{columns.Length} columns, or an empty one",
                "Write name, package, file and reason, separated by tabs"
            );
        }

        return new NativePart(columns[0], columns[1], columns[2].Replace("{machine}", Machine), columns[3]);
    }

    /// <summary>The machine's name as Debian's folders have it.</summary>
    private static string Machine => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64";
}
