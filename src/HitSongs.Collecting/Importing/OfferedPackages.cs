using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Sandboxing;

namespace HitSongs.Collecting.Importing;

/// <summary>The packages that submitted programs can use: those whose assemblies they are compiled with.</summary>
internal static class OfferedPackages
{
    private static readonly IReadOnlyList<string> Assemblies =
        [.. References.OfSubmissions.Concat(Directory.GetFiles(DotnetInstallation.Framework, "*.dll")).Select(path => Path.GetFileNameWithoutExtension(path))];

    /// <summary>Those packages that are not among them, each once.</summary>
    public static IReadOnlyList<(string Package, int Cell)> Missing(IEnumerable<(string Package, int Cell)> packages) =>
        [.. packages.Where(package => !IsOffered(package.Package)).DistinctBy(package => package.Package, StringComparer.OrdinalIgnoreCase)];

    // A package may have several assemblies, such as Microsoft.ML, and an assembly several packages, such as TorchSharp-cpu; libtorch is part of TorchSharp.
    private static bool IsOffered(string package) =>
        package.StartsWith("libtorch-", StringComparison.OrdinalIgnoreCase)
        || Assemblies.Any(assembly =>
            assembly.Equals(package, StringComparison.OrdinalIgnoreCase)
            || assembly.StartsWith(package + ".", StringComparison.OrdinalIgnoreCase)
            || package.StartsWith(assembly + "-", StringComparison.OrdinalIgnoreCase));
}
