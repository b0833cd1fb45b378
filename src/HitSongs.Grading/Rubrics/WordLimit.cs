namespace HitSongs.Grading.Rubrics;

/// <summary>Word limit of an answer: as the prompt says it, kept with a quarter to spare, so that nobody has to count words.</summary>
/// <param name="Least">As the prompt says it; null where there is none.</param>
/// <param name="Most">As the prompt says it; null where there is none.</param>
public sealed record WordLimit(int? Least, int? Most)
{
    private const double Spare = 0.25;

    // Whoever is so far beyond the limit has not chosen what to say.
    private const int TimesTooLong = 2;

    /// <summary>As a prompt says it.</summary>
    public string Text => (Least, Most) switch
    {
        ({ } least, { } most) => $"{least} to {most} words",
        ({ } least, null) => $"at least {least} words",
        _ => $"at most {Most} words",
    };

    /// <summary>For the author of an answer that is too short or too long; null where it is neither.</summary>
    public string? Fault(int words) =>
        Least is { } least && words < Math.Ceiling(least * (1 - Spare)) ? $"it has {words} words and needs {least}: say more about what the question asks for"
        : Most is { } most && words > Math.Floor(most * (1 + Spare)) ? $"it has {words} words and may have {most}: cut at least {words - most}"
        : null;

    /// <summary>Whether an answer is so long that it is not graded at all.</summary>
    public bool IsFarExceeded(int words) => Most is { } most && words > TimesTooLong * Math.Floor(most * (1 + Spare));
}
