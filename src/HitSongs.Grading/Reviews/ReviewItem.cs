namespace HitSongs.Grading.Reviews;

/// <summary>Something that waits for a person.</summary>
/// <param name="Id">Stable: the same as long as folder, question and criterion are.</param>
/// <param name="Evidence">The folder of the submission's evidence.</param>
/// <param name="Submission">Its name.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Criterion">The criterion's id; null where the copies of the question are to be judged.</param>
/// <param name="Reason">Why it waits.</param>
/// <param name="ExpectedChange">By how many points a person's look is expected to change the grade, 0 or more.</param>
public sealed record ReviewItem(
    string Id,
    string Evidence,
    string Submission,
    string Question,
    string? Criterion,
    ReviewReason Reason,
    double ExpectedChange);

/// <summary>Why something waits for a person.</summary>
public enum ReviewReason
{
    /// <summary>The rubric leaves it to a person.</summary>
    Manual,

    /// <summary>The harness is unsure what the answer says.</summary>
    InDoubt,

    /// <summary>A metric lies within its own interval of a threshold.</summary>
    WithinNoise,

    /// <summary>A person marked it, and something has changed since.</summary>
    StaleMark,

    /// <summary>The answer shares passages with another text.</summary>
    Copies,

    /// <summary>Another person has marked it, and a second reading is wanted.</summary>
    SecondReading,

    /// <summary>It does not wait: a person may overrule the harness.</summary>
    Overrule,
}
