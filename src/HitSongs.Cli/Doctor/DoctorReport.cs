using HitSongs.Collecting.Sandboxing;

namespace HitSongs.Cli.Doctor;

/// <summary>Looks at the machine: what HitSongs needs, what is there, and the command that mends the rest.</summary>
public static class DoctorReport
{
    /// <summary>Every part: the prerequisites, the native parts of build/native-parts.tsv, and whether the sandbox works. Takes under a second.</summary>
    public static IReadOnlyList<PartStatus> Collect() => Collect(NativePart.ReadAll(), Environment.GetEnvironmentVariable);

    /// <param name="parts">The native parts to look for.</param>
    /// <param name="variable">Reads one environment variable (PATH, …); null where it is not set.</param>
    public static IReadOnlyList<PartStatus> Collect(IReadOnlyList<NativePart> parts, Func<string, string?> variable) =>
        CollectAsync(parts, new PartSearch(variable)).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<PartStatus>> CollectAsync(IReadOnlyList<NativePart> parts, PartSearch search)
    {
        var prerequisites = Task.WhenAll(
            ToolAsync(search, ".NET SDK", "dotnet", "builds and runs everything", "install the .NET 10 SDK from https://dot.net"),
            ToolAsync(search, "git", "git", "names the commit that is graded", Install(search, "git")));
        var sandbox = SandboxAsync(search);
        var versions = await PackageVersions.ReadAsync(search, parts);
        var native = parts.Select(part => Native(part, search, versions));
        return [.. await prerequisites, .. native, await sandbox];
    }

    private static async Task<PartStatus> ToolAsync(PartSearch search, string name, string program, string why, string remedy)
    {
        if (search.OnPath(program) is not { } file)
        {
            return new PartStatus(name, Found: false, Version: null, Where: null, why, remedy);
        }

        var probe = await CommandProbe.RunAsync(file, "--version");
        return probe.Succeeded
            ? new PartStatus(name, Found: true, probe.Output, file, why, Remedy: null)
            : new PartStatus(name, Found: false, Version: null, $"{file}: {probe.Output}", why, remedy);
    }

    private static PartStatus Native(NativePart part, PartSearch search, PackageVersions versions) => search.Find(part) is { } file
        ? new PartStatus(part.Name, Found: true, versions.Of(part, file), file, part.Why, Remedy: null)
        : new PartStatus(part.Name, Found: false, Version: null, Where: null, part.Why, Install(search, part.Package));

    /// <summary>bubblewrap being installed is not enough: a kernel or a container may forbid what it does.</summary>
    private static async Task<PartStatus> SandboxAsync(PartSearch search)
    {
        const string why = "keeps submitted code from the rest of the machine";
        var probe = search.OnPath("bwrap") is { } bwrap
            ? await CommandProbe.RunAsync(bwrap, BubblewrapSandbox.Trial)
            : new CommandProbe(false, "bwrap is not on the PATH");
        return probe.Succeeded
            ? new PartStatus("sandbox", Found: true, Version: null, $"bwrap {string.Join(' ', BubblewrapSandbox.Trial)} works", why, Remedy: null)
            : new PartStatus(
                "sandbox",
                Found: false,
                Version: null,
                probe.Output,
                why,
                "install bubblewrap and allow user namespaces (in a container: privileged), or grade only code you trust: --sandbox process"
            );
    }

    private static string Install(PartSearch search, string package) => search.OnPath("apt-get") is not null
        ? $"sudo apt-get install --no-install-recommends {package}"
        : $"install what Debian calls {package} with this system's package manager";
}
