using HitSongs.Grading.Choices;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Ideas;
using HitSongs.Grading.Statements;

namespace HitSongs.Grading.Rubrics;

/// <summary>One dimension of a question's rubric. A new kind is one class that reads itself, grades itself and says
/// what it needs, and one line in the list of kinds.</summary>
public abstract record Criterion
{
    private protected Criterion(CriterionHead head) => (Id, Kind, Name, Points, DependsOn) = head;

    /// <summary>Unique in the question.</summary>
    public string Id { get; }

    /// <summary>As the rubric names it, such as "concept".</summary>
    public string Kind { get; }

    /// <summary>Its name for readers of the grade; may give the answer away, so it is never part of feedback on a failed criterion.</summary>
    public string Name { get; }

    /// <summary>Greater than 0.</summary>
    public double Points { get; }

    /// <summary>Ids of criteria of the same question without which this one is blocked.</summary>
    public IReadOnlyList<string> DependsOn { get; }

    /// <summary>Whether it looks at the scores of the others.</summary>
    internal virtual bool IsGradedLast => false;

    /// <summary>Evidence that it looks at besides the prose.</summary>
    public virtual CriterionNeeds Needs => CriterionNeeds.None;

    /// <summary>Whether the prose of the answer is all that it looks at.</summary>
    internal bool IsOfProseAlone => this is AnswerCriterion && Needs == CriterionNeeds.None;

    /// <summary>The idea that an answer should say; null where it looks for none.</summary>
    internal virtual Idea? Expected => null;

    /// <summary>The idea that an answer should not say; null where it looks for none.</summary>
    internal virtual Idea? Mistake => null;

    /// <summary>The sentences that it is described by; null where it is described otherwise.</summary>
    internal Examples? Examples => (Expected ?? Mistake)?.Examples;

    /// <summary>Its word limit for the answer; null where it sets none.</summary>
    internal virtual WordLimit? Limit => null;

    /// <summary>The question of a quiz that it grades; null where it grades none, or the prompt has the options.</summary>
    internal virtual MultipleChoice? QuizQuestion => null;

    /// <summary>Points for what was observed; pure.</summary>
    public abstract Score Grade(GradingContext context);

    internal Score Passed(string feedback, params IReadOnlyList<EvidenceQuote> evidence) => Scored(Status.Passed, Points, feedback, evidence);

    internal Score Failed(string feedback, params IReadOnlyList<EvidenceQuote> evidence) => Scored(Status.Failed, 0, feedback, evidence);

    internal Score Blocked(string feedback, params IReadOnlyList<EvidenceQuote> evidence) => Scored(Status.Blocked, 0, feedback, evidence);

    internal Score Ungraded(string feedback) => Scored(Status.Ungraded, 0, feedback, []);

    /// <summary>A person should look: the points are proposed, and not given.</summary>
    internal Score Doubtful(double share, string feedback, params IReadOnlyList<EvidenceQuote> evidence) =>
        Scored(Status.Ungraded, 0, feedback, evidence) with { Proposal = Math.Round(Math.Clamp(share, 0, 1) * Points, 2) };

    internal Score Error(string feedback) => Scored(Status.Error, 0, feedback, []);

    /// <param name="share">Of the points, 0 to 1.</param>
    internal Score Partial(double share, string feedback, params IReadOnlyList<EvidenceQuote> evidence)
    {
        var points = Math.Round(share * Points, 2);
        return Scored(points <= 0 ? Status.Failed : points >= Points ? Status.Passed : Status.Partial, Math.Clamp(points, 0, Points), feedback, evidence);
    }

    private Score Scored(Status status, double points, string feedback, IReadOnlyList<EvidenceQuote> evidence) =>
        new(Id, Kind, status, Math.Round(points, 2), Math.Round(Points, 2), feedback, evidence) { Name = Name };
}

/// <summary>Common part of every criterion.</summary>
internal sealed record CriterionHead(string Id, string Kind, string Name, double Points, IReadOnlyList<string> DependsOn);
