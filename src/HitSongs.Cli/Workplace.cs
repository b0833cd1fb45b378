namespace HitSongs.Cli;

/// <summary>Where a repository of the harness keeps its parts.</summary>
/// <param name="Root">The repository's folder.</param>
/// <param name="IsOfProgram">Whether this program was built in it; else it is the one around the current folder, and anybody's.</param>
internal sealed record Workplace(string Root, bool IsOfProgram)
{
    /// <summary>Whether it lies in what is graded, so that nothing of it is to be used unasked.</summary>
    private bool IsGraded { get; init; }

    public string Rubric => Path.Combine(Root, "rubric");

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Compiled programs and expectations, read songs, encoded passages; may be deleted at any time. What lies in anybody's repository is not
    /// believed.</summary>
    public string Cache => IsOfProgram
        ? Path.Combine(Artifacts, "cache")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "hitsongs");

    /// <summary>By which songs are known that cannot be out yet.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>The embedded sample.</summary>
    public IReadOnlyList<string> Data => !IsGraded && Directory.Exists(Path.Combine(Root, "data"))
        ? [.. Directory.GetFiles(Path.Combine(Root, "data"), "*.csv").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The repository that this program was built in, else the one around the current folder.</summary>
    /// <remarks>Whoever stands inside a submission grades it by the evaluator's rubric, not by one that the submission brings.</remarks>
    /// <exception cref="UsageException">Neither has a rubric.</exception>
    public static Workplace Find() =>
        Around(AppContext.BaseDirectory, isOfProgram: true) ?? Around(Directory.GetCurrentDirectory(), isOfProgram: false)
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

    /// <summary>This workplace for the grading of these submissions, none of which may bring what it is graded by.</summary>
    /// <param name="graded">Full paths of their folders.</param>
    /// <param name="rubric">The rubric that the user named; null for this workplace's.</param>
    /// <exception cref="UsageException">The rubric lies in one of them and was not named.</exception>
    public Workplace For(IEnumerable<string> graded, DirectoryInfo? rubric)
    {
        var isGraded = graded.Any(folder => folder == Root ? !IsOfProgram : FolderPath.Holds(folder, Root));
        return isGraded && rubric is null
            ? throw new UsageException(
                $"the rubric {Rubric} lies inside the submission that it would grade: name the rubric that you trust with --rubric DIR")
            : this with { IsGraded = isGraded };
    }

    private static Workplace? Around(string? folder, bool isOfProgram)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "rubric", "rubric.yaml")))
            {
                return new Workplace(folder, isOfProgram);
            }
        }

        return null;
    }
}
