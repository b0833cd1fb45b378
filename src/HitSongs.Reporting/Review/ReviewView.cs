using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Reviews;

namespace HitSongs.Reporting.Review;

/// <summary>All that a person sees of one thing to judge.</summary>
/// <param name="Item">What is judged.</param>
/// <param name="Report">The submission with this question alone.</param>
/// <param name="Criterion">Its name; for copies, the question's title.</param>
/// <param name="Score">As it is now; null for copies.</param>
/// <param name="Marks">Those of the criterion so far, oldest first; empty where the reading is a second one, which must not know them.</param>
/// <param name="HandedIn">Digest of what is judged.</param>
/// <param name="Seen">How many marks of the criterion there are.</param>
/// <param name="Place">Where it stands in the queue.</param>
internal sealed record ReviewView(
    ReviewItem Item,
    Report Report,
    string Criterion,
    Score? Score,
    IReadOnlyList<Mark> Marks,
    string HandedIn,
    int Seen,
    QueuePlace Place)
{
    /// <summary>Whether others' judgement is kept from the reader.</summary>
    public bool IsBlind => Item.Reason == ReviewReason.SecondReading;

    public QuestionGrade Question => Report.Grade.Sections[0].Questions[0];

    public QuestionEvidence? Evidence => Report.EvidenceOf(Item.Question);

    /// <summary>Points that the form begins with; null where nothing is proposed.</summary>
    public double? Proposed => Score switch
    {
        null => null,
        { StaleMark: { } stale } when !IsBlind => stale.Points,
        { Mark: { } mark } => IsBlind ? null : mark.Points,
        { Status: Status.Ungraded, Proposal: null } => null,
        var score => score.ProposedPoints,
    };

    /// <summary>The harness's own feedback on it.</summary>
    public string Feedback => Score?.Mark?.Automatic.Feedback ?? Score?.Feedback ?? "";
}

/// <summary>Where something stands in the queue.</summary>
/// <param name="Left">How much waits in all.</param>
/// <param name="Position">From 1; 0 for what does not wait.</param>
/// <param name="Previous">Id of what comes before it; null for nothing.</param>
/// <param name="Next">Id of what comes after it; null for nothing.</param>
/// <param name="Around">A part of the queue around it, with the title of each.</param>
internal sealed record QueuePlace(int Left, int Position, string? Previous, string? Next, IReadOnlyList<(ReviewItem Item, string Title)> Around);
