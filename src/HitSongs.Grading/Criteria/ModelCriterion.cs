using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.Criteria;

/// <summary>The model ran and predicted.</summary>
internal sealed record ModelCriterion(CriterionHead Head) : Criterion(Head)
{
    public static ModelCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head);
        return source.HasModel
            ? new ModelCriterion(map.Has("name") ? head : head with { Name = "the model runs and predicts" })
            : throw NoModel(map);
    }

    /// <summary>The fault of a criterion about a model in a question that asks for none.</summary>
    public static Exception NoModel(YamlMap map) =>
        map.Fault("kind", "the question has no model", "Add `model: {timeout: 120, memory: 2048, folds: 5}` above, or choose another kind");

    public override CriterionNeeds Needs { get; } = new() { Model = true };

    public override Score Grade(GradingContext context)
    {
        if (context.Evidence is null)
        {
            return Failed($"{context.AnswerFile} is missing or empty, and so is the model: write both.");
        }

        return context.Evidence.Model switch
        {
            null => Error("The evidence holds no run of the model: it was collected by another rubric. Collect it again."),
            { Program.Outcome: RunOutcome.Completed } model => Passed($"The model ran and predicted ({model.Split})."),
            { Program.Outcome: RunOutcome.HarnessFault } model => Error(
                $"{ProgramFeedback.Describe(model.Program, "The model")}. This is not the author's fault."
            ),
            var model => Failed(
                $"{ProgramFeedback.Describe(model.Program, "The model")}. Mend that first, then run it again.",
                ProgramFeedback.Quote(model.Program, model.Program.Line)
            ),
        };
    }
}
