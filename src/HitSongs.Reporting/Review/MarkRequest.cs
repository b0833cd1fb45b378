namespace HitSongs.Reporting.Review;

/// <summary>A person's request to write down points, a withdrawal, or that copies were looked at.</summary>
/// <param name="Item">Id of what was judged.</param>
/// <param name="Seen">How many marks of it the person knew of.</param>
/// <param name="HandedIn">Digest of what the person judged.</param>
/// <param name="Reviewer">Who.</param>
/// <param name="Reason">For the author; may be empty.</param>
internal sealed record MarkRequest(string Item, int Seen, string HandedIn, string Reviewer, string Reason)
{
    public double? Points { get; init; }

    public bool Withdraw { get; init; }

    public bool Judged { get; init; }
}

/// <summary>Outcome of a request.</summary>
/// <param name="Problem">Why nothing was written, as a sentence; null where it was.</param>
/// <param name="Next">Id of what to judge next; null for nothing.</param>
internal sealed record MarkResult(MarkOutcome Outcome, string? Problem, string? Next);

internal enum MarkOutcome
{
    Written,

    /// <summary>There is no such item.</summary>
    Unknown,

    /// <summary>The request is not as it must be.</summary>
    Refused,

    /// <summary>Something has changed since the person saw it.</summary>
    Conflict,
}
