using HitSongs.Cli;

namespace HitSongs.Tests.Architecture;

/// <summary>The repository's own files, as the tests about it see them.</summary>
internal static class Sources
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Workplace.Find().Root;

    /// <summary>Every C# file of the product, by its path from the root.</summary>
    public static IReadOnlyList<string> Product { get; } = Of("src", "*.cs");

    /// <summary>Files below a folder, by their path from the root; without what builds write.</summary>
    public static IReadOnlyList<string> Of(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The room of a file: its folder below src, such as "HitSongs.Grading/Criteria"; where a program starts is a room of its own, above all
    /// folders.</summary>
    public static string RoomOf(string file) =>
        Path.GetFileName(file) == "Program.cs" ? file["src/".Length..] : Path.GetDirectoryName(file["src/".Length..])!.Replace('\\', '/');
}
