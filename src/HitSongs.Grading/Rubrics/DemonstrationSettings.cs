namespace HitSongs.Grading.Rubrics;

/// <summary>Limits of a demonstration's process.</summary>
/// <param name="TimeoutSeconds">Greater than 0.</param>
/// <param name="MemoryMiB">At least 64.</param>
/// <param name="Songs">Whether it analyses songs: its input "songs" is then a part of the data set, drawn anew for every run.</param>
public sealed record DemonstrationSettings(double TimeoutSeconds, int MemoryMiB, bool Songs = false)
{
    /// <summary>The file in the answer's folder.</summary>
    public string Program => Songs ? "analysis.cs" : "demonstration.cs";
}
