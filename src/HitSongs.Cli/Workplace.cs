namespace HitSongs.Cli;

/// <summary>Where a repository of the harness keeps its parts.</summary>
/// <param name="Root">The repository's folder.</param>
internal sealed record Workplace(string Root)
{
    public string Rubric => Path.Combine(Root, "rubric");

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Compiled expectations and the chart renderer's packages; may be deleted at any time.</summary>
    public string Cache => Path.Combine(Artifacts, "cache");

    /// <summary>The embedded sample.</summary>
    public IReadOnlyList<string> Data => Directory.Exists(Path.Combine(Root, "data"))
        ? [.. Directory.GetFiles(Path.Combine(Root, "data"), "*.csv").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The repository around the current folder, else the one that this program was built in.</summary>
    /// <exception cref="UsageException">Neither has a rubric.</exception>
    public static Workplace Find() =>
        Around(Directory.GetCurrentDirectory()) ?? Around(AppContext.BaseDirectory)
        ?? throw new UsageException("no rubric/rubric.yaml in this folder or above it: change to the repository, or name the rubric with --rubric DIR");

    private static Workplace? Around(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "rubric", "rubric.yaml")))
            {
                return new Workplace(folder);
            }
        }

        return null;
    }
}
