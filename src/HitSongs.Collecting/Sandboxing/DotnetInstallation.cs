using System.Runtime.InteropServices;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Where the .NET installation that runs this process lies.</summary>
internal static class DotnetInstallation
{
    /// <summary>The folder of the running framework's assemblies.</summary>
    public static string Framework { get; } = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');

    /// <summary>The installation's root, with every link resolved: a sandbox shows real paths only.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Framework, "..", "..", ".."));

    /// <summary>The command that runs assemblies.</summary>
    public static string Host { get; } = Path.Combine(Root, "dotnet");

    /// <summary>The C# compiler of the newest SDK, first of those that are of the running .NET's version: another's may ask for another .NET. Null where
    /// only a runtime is installed.</summary>
    public static string? Compiler { get; } = FindCompiler();

    /// <summary>The source generators of the running framework's reference pack, which comes with an SDK; none where only a runtime is installed. Those of
    /// interoperability are not among them: what they add is unsafe, and a project must allow that.</summary>
    public static IReadOnlyList<string> Generators { get; } = FindGenerators();

    private static IReadOnlyList<string> FindGenerators()
    {
        var packs = Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref");
        var newest = !Directory.Exists(packs)
            ? null
            : Directory
                .GetDirectories(packs)
                .Select(pack =>
                    (
                        Version: Version.TryParse(Path.GetFileName(pack), out var v) ? v : new Version(),
                        Path: Path.Combine(pack, "analyzers", "dotnet", "cs")
                    )
                )
                .Where(pack => pack.Version.Major == Environment.Version.Major && Directory.Exists(pack.Path))
                .MaxBy(pack => pack.Version)
                .Path;
        return newest is null ? [] : [.. Directory.GetFiles(newest, "System.*.dll").Order(StringComparer.Ordinal)];
    }

    private static string? FindCompiler()
    {
        var sdks = Path.Combine(Root, "sdk");
        return !Directory.Exists(sdks)
            ? null
            : Directory
                .GetDirectories(sdks)
                .Select(d =>
                    (
                        Version: Version.TryParse(Path.GetFileName(d).Split('-')[0], out var v) ? v : new Version(),
                        Path: Path.Combine(d, "Roslyn", "bincore", "csc.dll")
                    )
                )
                .Where(c => File.Exists(c.Path))
                .OrderByDescending(c => c.Version.Major == Environment.Version.Major)
                .ThenByDescending(c => c.Version)
                .Select(c => c.Path)
                .FirstOrDefault();
    }
}
