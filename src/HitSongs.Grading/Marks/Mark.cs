namespace HitSongs.Grading.Marks;

/// <summary>A person's entry about a submission: points of a criterion, withdrawal of earlier ones, or a note that its copies were looked at.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Criterion">The criterion's id; null where the question's copies were judged.</param>
/// <param name="Points">0 to <paramref name="Of"/>; null where the marks before it are withdrawn, and where <paramref name="Criterion"/> is.</param>
/// <param name="Of">What the criterion was worth then; null where <paramref name="Points"/> is.</param>
/// <param name="Reason">For the author; may be empty.</param>
/// <param name="Reviewer">Who.</param>
/// <param name="Time">When.</param>
/// <param name="HandedIn">SHA-256 (lower-case hex) of what was handed in for the question then.</param>
public sealed record Mark(
    string Question,
    string? Criterion,
    double? Points,
    double? Of,
    string Reason,
    string Reviewer,
    DateTimeOffset Time,
    string HandedIn)
{
    /// <summary>Whether the marks before it do not count any more, and it gives none.</summary>
    public bool IsWithdrawal => Criterion is not null && Points is null;
}
