using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Criteria;

/// <summary>A demonstration's observations pass a check of its expectation.</summary>
/// <param name="Check">The check's name.</param>
internal sealed record DemonstrationCriterion(CriterionHead Head, string Check) : Criterion(Head)
{
    public static DemonstrationCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "check");
        return source.HasDemonstration
            ? new DemonstrationCriterion(map.Has("name") ? head : head with { Name = map.Text("check") }, map.Text("check"))
            : throw map.Fault("kind", "the question has no demonstration", "Add `demonstration: {timeout: 60, memory: 2048}` above, or choose another kind");
    }

    public override CriterionNeeds Needs { get; } = new() { Check = Check };

    public override Score Grade(GradingContext context)
    {
        if (context.Evidence is null)
        {
            return Failed($"{context.AnswerFile} is missing or empty, and so is its demonstration: write both.");
        }

        if (context.Evidence.Demonstration is not { } demonstration)
        {
            return Error("The evidence holds no run of the demonstration: it was collected by another rubric. Collect it again.");
        }

        var run = demonstration.Program;
        return run.Outcome switch
        {
            RunOutcome.Completed => GradeChecks(run, [.. demonstration.Checks.Where(check => check.Name == Check)]),
            RunOutcome.HarnessFault => Error($"{ProgramFeedback.Describe(run, "The demonstration")}. This is not the author's fault."),
            _ => Failed($"{ProgramFeedback.Describe(run, "The demonstration")}. Mend that first, then run it again.", ProgramFeedback.Quote(run, run.Line)),
        };
    }

    private Score GradeChecks(ProgramRun run, List<CheckResult> checks)
    {
        if (checks.Count == 0)
        {
            return Error($"The expectation made no check `{Check}`. This is not the author's fault.");
        }

        var check = checks.Find(result => !result.Holds) ?? checks[0];
        if (check is { Holds: false, Line: null })
        {
            // No line observed it.
            return Failed(
                $"{char.ToUpperInvariant(check.Seen[0])}{check.Seen[1..]}. Add a line with Observe(name, value) to {run.File}; expected there is "
                    + $"{check.Expected}."
            );
        }

        var feedback = $"Expected {check.Expected}; seen {check.Seen}{(check.Line is { } line ? $" ({run.File}:{line})" : "")}.";
        var quote = ProgramFeedback.Quote(run, check.Line);
        return check.Holds ? Passed(feedback, quote) : Failed($"{feedback} Correct what leads to this value.", quote);
    }
}
