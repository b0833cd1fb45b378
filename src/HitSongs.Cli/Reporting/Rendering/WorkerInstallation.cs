using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HitSongs.Cli.Reporting;

/// <summary>The folder that holds the chart worker beside its Node packages.</summary>
internal static class WorkerInstallation
{
    /// <summary>The file in the folder that makes drawings interactive in a page: Vega and the worker's own part of it in one.</summary>
    public const string PageScript = "page.js";

    private static readonly string[] Files = ["package.json", "package-lock.json", "page.mjs", "text.mjs", "tooltip.mjs", "worker.mjs"];

    /// <summary>Where the worker's own files lie: beside this program.</summary>
    public static string Source { get; } = Path.Combine(AppContext.BaseDirectory, "Reporting", "worker");

    /// <summary>Finds the folder under <paramref name="cache"/>, or makes it with <c>npm ci</c>.</summary>
    /// <returns>The folder, or why there is none.</returns>
    public static async Task<(string? Folder, string? Problem)> EnsureAsync(string cache, CancellationToken cancellation)
    {
        var folder = Path.Combine(Path.GetFullPath(cache), "charts-" + Fingerprint());
        if (Directory.Exists(folder))
        {
            return (folder, null);
        }

        Directory.CreateDirectory(cache);
        // Made aside and moved into place whole: whoever sees the folder sees all of it, also where two runs make it at once.
        var aside = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(aside);
        try
        {
            return await InstallAsync(aside, cancellation) is { } problem ? (null, problem) : (MoveIntoPlace(aside, folder), null);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static async Task<string?> InstallAsync(string aside, CancellationToken cancellation)
    {
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(Source, file), Path.Combine(aside, file));
        }

        await Console.Error.WriteLineAsync("Installing the chart packages (once) ...");
        try
        {
            return await NpmAsync(
                ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"],
                aside, cancellation)
                ?? await NpmAsync(["run", "--silent", "build"], aside, cancellation);
        }
        catch (TimeoutException late)
        {
            return "the chart packages could not be installed: " + late.Message;
        }
    }

    private static async Task<string?> NpmAsync(string[] arguments, string folder, CancellationToken cancellation)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var result = await Tool.RunAsync(npm, arguments, folder, "", TimeSpan.FromMinutes(3), cancellation);
        return result switch
        {
            null => "npm is not installed (Debian: apt-get install npm)",
            { ExitCode: 0 } => null,
            _ => "the chart packages could not be installed: " + FirstError(result.Errors),
        };
    }

    private static string MoveIntoPlace(string aside, string folder)
    {
        try
        {
            Directory.Move(aside, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another run was faster; its folder holds the same.
        }

        return folder;
    }

    /// <summary>npm says what went wrong on its "npm error" lines, the code first and the sentence after it.</summary>
    private static string FirstError(string errors)
    {
        const string mark = "npm error ";
        var lines = errors.Split('\n').Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..].Trim());
        return string.Join(", ", lines.Take(3)) is { Length: > 0 } said ? said : "npm gave no reason";
    }

    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            hash.AppendData(File.ReadAllBytes(Path.Combine(Source, file)));
        }

        return $"{RuntimeInformation.RuntimeIdentifier}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
    }
}
