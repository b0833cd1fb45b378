namespace HitSongs.Reporting.Rendering;

/// <summary>The system's sans-serif font, regular and bold.</summary>
/// <param name="Files">Paths of the font files.</param>
/// <param name="Family">Its name.</param>
internal sealed record Fonts(IReadOnlyList<string> Files, string Family)
{
    /// <summary>Asks fontconfig; null where it, or any font, is missing.</summary>
    public static async Task<Fonts?> FindAsync(CancellationToken cancellation)
    {
        var files = new List<string>();
        var family = "";
        foreach (var pattern in (string[])["sans-serif", "sans-serif:bold"])
        {
            var found = await Tool.RunAsync(
                "fc-match", ["-f", "%{file}\n%{family[0]}", pattern + ":scalable=true"], ".", "", TimeSpan.FromSeconds(20), cancellation);
            var lines = found?.ExitCode == 0 ? found.Output.Split('\n') : [];
            if (lines.Length != 2 || !File.Exists(lines[0]))
            {
                return null;
            }

            files.Add(lines[0]);
            family = lines[1];
        }

        return new Fonts([.. files.Distinct(StringComparer.Ordinal)], family);
    }
}
