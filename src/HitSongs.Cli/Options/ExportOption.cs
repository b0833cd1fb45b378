using System.CommandLine;
using HitSongs.Reporting.Exports;

namespace HitSongs.Cli.Options;

/// <summary>--export KIND=FILE of the verbs that grade.</summary>
internal static class ExportOption
{
    private static readonly Option<string[]> Asked = new("--export")
    {
        Description = $"Write the grade for another program too: {string.Join(", ", Export.Kinds)}. May be given several times.",
        HelpName = "KIND=FILE",
    };

    public static void AddTo(Command command) => command.Options.Add(Asked);

    /// <summary>Reads the exports asked for, before anything slow is done.</summary>
    /// <exception cref="UsageException">One is not of the form KIND=FILE, or its kind is unknown.</exception>
    public static IReadOnlyList<Export> Read(ParseResult parsed) => [.. (parsed.GetValue(Asked) ?? []).Select(Export.Parse)];

    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(IReadOnlyList<Export> exports, IReadOnlyList<Graded> grades)
    {
        foreach (var export in exports)
        {
            var path = Path.GetFullPath(export.File);
            var text = export.Text(grades);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return [.. exports.Select(export => Path.GetFullPath(export.File))];
    }
}
