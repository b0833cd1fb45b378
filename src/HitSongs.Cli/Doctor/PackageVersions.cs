using HitSongs.Collecting.Sandboxing;

namespace HitSongs.Cli.Doctor;

/// <summary>The versions of Debian packages; of none, where the system is not Debian's.</summary>
internal sealed class PackageVersions
{
    private readonly Dictionary<string, string> _versions;

    private PackageVersions(Dictionary<string, string> versions) => _versions = versions;

    /// <summary>Asks for all packages at once.</summary>
    public static async Task<PackageVersions> ReadAsync(PartSearch search, IReadOnlyList<NativePart> parts)
    {
        if (search.OnPath("dpkg-query") is not { } query)
        {
            return new PackageVersions([]);
        }

        // Fails as a whole where one package is unknown, and still prints the others.
        var answer = await CommandProbe.RunAsync(query, ["-W", "-f", "${Package}=${Version} ", .. parts.Select(part => part.Package)]);
        var pairs = answer.Output.Split(' ').Select(pair => pair.Split('=', 2)).Where(pair => pair is [_, { Length: > 0 }]);
        return new PackageVersions(pairs.DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]));
    }

    /// <summary>The version of the package that the file came with; null for a file that is somebody's own build.</summary>
    public string? Of(NativePart part, string file) =>
        file.StartsWith("/usr/", StringComparison.Ordinal) && !file.StartsWith("/usr/local/", StringComparison.Ordinal)
            ? _versions.GetValueOrDefault(part.Package)
            : null;
}
