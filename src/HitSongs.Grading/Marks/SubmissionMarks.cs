namespace HitSongs.Grading.Marks;

/// <summary>All marks of one submission, oldest first. Of several for one criterion the last counts.</summary>
public sealed class SubmissionMarks
{
    private readonly ILookup<(string Question, string? Criterion), Mark> byPlace;

    /// <param name="all">Oldest first.</param>
    public SubmissionMarks(IReadOnlyList<Mark> all)
    {
        All = all;
        byPlace = all.ToLookup(mark => (mark.Question, mark.Criterion));
    }

    /// <summary>Where no person has looked.</summary>
    public static SubmissionMarks None { get; } = new([]);

    public IReadOnlyList<Mark> All { get; }

    /// <summary>Those of a criterion, oldest first, of which some may not count any more.</summary>
    public IEnumerable<Mark> Of(string question, string criterion) => byPlace[(question, criterion)];

    /// <summary>Whether a person has looked at the copies of a question, as it was handed in.</summary>
    public bool HasJudgedCopies(string question, string handedIn) => byPlace[(question, null)].Any(mark => mark.HandedIn == handedIn);
}
