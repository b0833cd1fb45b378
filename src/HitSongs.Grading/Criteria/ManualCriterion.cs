using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Criteria;

/// <summary>Waits for a person.</summary>
internal sealed record ManualCriterion(CriterionHead Head) : Criterion(Head)
{
    public static ManualCriterion Read(CriterionSource source)
    {
        source.Open(out var head).Text("name");
        return new ManualCriterion(head);
    }

    public override Score Grade(GradingContext context)
    {
        var evidence = context.Evidence;
        var isHandedIn =
            context.Answer is not null || evidence?.Demonstration?.Program.Source is { Length: > 0 } || evidence?.Model?.Program.Source is { Length: > 0 };
        return isHandedIn
            ? Ungraded("A person grades this.")
            : Failed($"{context.AnswerFile} is missing or empty: there is nothing for a person to grade. Write an answer there.");
    }
}
