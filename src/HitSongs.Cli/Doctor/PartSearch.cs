namespace HitSongs.Cli.Doctor;

/// <summary>Looks where build/provision.sh looks: a program on the PATH, any other file below the prefixes.</summary>
/// <param name="variable">Reads one environment variable; null where it is not set.</param>
internal sealed class PartSearch(Func<string, string?> variable)
{
    /// <summary>The file that shows that the part is there; null where it is missing.</summary>
    public string? Find(NativePart part) =>
        part.File.StartsWith("bin/", StringComparison.Ordinal)
            ? OnPath(part.File["bin/".Length..])
            : Prefixes.Select(prefix => Path.Combine(prefix, part.File)).FirstOrDefault(File.Exists);

    public string? OnPath(string program) =>
        Folders("PATH").Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Debian's place first, then where people put their own builds.</summary>
    private IEnumerable<string> Prefixes => ["/usr", "/usr/local", .. Folders("CMAKE_PREFIX_PATH")];

    private string[] Folders(string name) => (variable(name) ?? "").Split([':', ';'], StringSplitOptions.RemoveEmptyEntries);
}
