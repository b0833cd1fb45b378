namespace HitSongs.Cli;

/// <summary>Where a repository of the harness keeps its parts.</summary>
/// <param name="Root">The repository's folder.</param>
internal sealed record Workplace(string Root)
{
    public string Rubric => Path.Combine(Root, "rubric");

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Compiled expectations and the chart renderer's packages; may be deleted at any time.</summary>
    public string Cache => Path.Combine(Artifacts, "cache");

    /// <summary>By which songs are known that cannot be out yet.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>The embedded sample.</summary>
    public IReadOnlyList<string> Data => Directory.Exists(Path.Combine(Root, "data"))
        ? [.. Directory.GetFiles(Path.Combine(Root, "data"), "*.csv").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The repository that this program was built in, else the one around the current folder.</summary>
    /// <remarks>Whoever stands inside a submission grades it by the evaluator's rubric, not by one that the submission brings.</remarks>
    /// <exception cref="UsageException">Neither has a rubric.</exception>
    public static Workplace Find() =>
        Around(AppContext.BaseDirectory) ?? Around(Directory.GetCurrentDirectory())
        ?? throw new UsageException("no rubric/rubric.yaml in this folder or above it: change to the repository, or name the rubric with --rubric DIR");

    /// <summary>The submission that the current folder belongs to: the nearest folder at or above it that holds answers/, else this repository.</summary>
    public string SubmissionHere()
    {
        for (var folder = Directory.GetCurrentDirectory(); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "answers")))
            {
                return folder;
            }
        }

        return Root;
    }

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
