using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.SecondReader;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Collect;

/// <summary>Inputs and settings of grading.</summary>
/// <param name="Submission">The folder that holds answers/.</param>
/// <param name="Rubric">The folder that holds rubric.yaml.</param>
/// <param name="Data">Song files; several make one data set.</param>
/// <param name="Out">Where evidence, grade, report and notebook go.</param>
/// <param name="Cache">Where compiled expectations and the chart renderer's packages are kept.</param>
/// <param name="Only">Ids of the questions to look at; empty for all.</param>
/// <param name="Timeout">Seconds for each program, instead of the rubric's; null to keep those.</param>
/// <param name="Seed">What inputs and folds are drawn from; null to draw it too.</param>
internal sealed record GradeOptions(
    string Submission,
    string Rubric,
    IReadOnlyList<string> Data,
    string Out,
    string Cache,
    IReadOnlyList<string> Only,
    int? Timeout,
    SandboxKind Sandbox,
    int? Seed)
{
    /// <summary>Who is asked for a second reading of each answer; null for nobody.</summary>
    public VerdictCollector? Reader { get; init; }

    /// <summary>The same, with the ids of the questions that were selected in the place of what was typed for them.</summary>
    /// <param name="selected">The rubric with those alone.</param>
    public GradeOptions Asking(Rubric selected) =>
        Only.Count == 0 ? this : this with { Only = [.. selected.Questions.Select(question => question.Id)] };
}
