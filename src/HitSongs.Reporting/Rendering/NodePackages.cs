using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HitSongs.Reporting.Rendering;

/// <summary>Packages of Node that a lock file names, installed once into a folder of their own.</summary>
/// <param name="Name">Begins the folder's name.</param>
/// <param name="Source">The folder of <paramref name="Files"/>.</param>
/// <param name="Files">package.json, package-lock.json, and what lies beside the packages.</param>
/// <param name="Builds">Whether the package has a script "build" to be run once.</param>
internal sealed record NodePackages(string Name, string Source, IReadOnlyList<string> Files, bool Builds)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Finds the folder under <paramref name="cache"/>, or makes it with <c>npm ci</c>; processes that look for it at once make it once.</summary>
    /// <param name="tell">Told where an installation begins.</param>
    /// <returns>The folder, or why there is none.</returns>
    public async Task<(string? Folder, string? Problem)> EnsureAsync(string cache, Action<string> tell, CancellationToken cancellation)
    {
        var folder = Path.Combine(Path.GetFullPath(cache), $"{Name}-{Fingerprint()}");
        if (Directory.Exists(folder))
        {
            return (folder, null);
        }

        Directory.CreateDirectory(cache);
        using var turn = await FileLock.HoldAsync(folder + ".lock", Limit * 2, cancellation);
        if (Directory.Exists(folder))
        {
            return (folder, null);
        }

        tell($"Installing the {Name} packages (once) ...");
        // Made aside and moved into place whole: what was interrupted is never taken for an installation.
        var aside = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(aside);
        try
        {
            if (await InstallAsync(aside, cancellation) is { } problem)
            {
                return (null, problem);
            }

            Directory.Move(aside, folder);
            return (folder, null);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private async Task<string?> InstallAsync(string aside, CancellationToken cancellation)
    {
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(Source, file), Path.Combine(aside, file));
        }

        try
        {
            return await NpmAsync(
                ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"],
                aside, cancellation)
                ?? (Builds ? await NpmAsync(["run", "--silent", "build"], aside, cancellation) : null);
        }
        catch (TimeoutException late)
        {
            return $"the {Name} packages could not be installed: {late.Message}";
        }
    }

    private async Task<string?> NpmAsync(string[] arguments, string folder, CancellationToken cancellation)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var result = await Tool.RunAsync(npm, arguments, folder, "", Limit, cancellation);
        return result switch
        {
            null => "npm is not installed (Debian: apt-get install npm)",
            { ExitCode: 0 } => null,
            _ => $"the {Name} packages could not be installed: {FirstError(result.Errors)}",
        };
    }

    /// <summary>npm says what went wrong on its "npm error" lines, the code first and the sentence after it.</summary>
    private static string FirstError(string errors)
    {
        const string mark = "npm error ";
        var lines = errors.Split('\n').Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..].Trim());
        return string.Join(", ", lines.Take(3)) is { Length: > 0 } said ? said : "npm gave no reason";
    }

    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            hash.AppendData(File.ReadAllBytes(Path.Combine(Source, file)));
        }

        return $"{RuntimeInformation.RuntimeIdentifier}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
    }
}
