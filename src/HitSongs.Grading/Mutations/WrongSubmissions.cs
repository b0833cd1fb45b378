using System.Globalization;
using System.Text.RegularExpressions;
using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using HitSongs.Metrics;

namespace HitSongs.Grading.Mutations;

/// <summary>A right submission, and what is made wrong of it: answers cut and stretched, numbers moved, models that know nothing or everything.</summary>
public static partial class WrongSubmissions
{
    // Just far enough that no honest rounding explains it.
    private const double Tolerances = 4;

    private const int WordsOfSentence = 17;

    /// <param name="right">The evidence of a right submission, of this question.</param>
    public static IEnumerable<KnownCase> Of(Question question, QuestionEvidence right, SubmissionEvidence submission)
    {
        right = ClaimedNumbers.AboutTheSongs(right, submission);
        var scores = Grader.GradeQuestion(question, right, submission).Criteria;
        yield return new("the right submission", right, scores.Where(one => one.Points >= one.MaxPoints / 2).ToDictionary(one => one.Id, _ => true), false);
        foreach (var wrong in OfModel(question, right).Concat(OfForm(question, right)).Concat(OfFigures(question, right)))
        {
            yield return wrong;
        }

        foreach (var claim in ClaimedNumbers.Of(question, right, submission))
        {
            yield return claim;
        }
    }

    private static IEnumerable<KnownCase> OfModel(Question question, QuestionEvidence right)
    {
        if (right.Model is not { } model)
        {
            yield break;
        }

        var metrics = question.Criteria.OfType<MetricCriterion>().ToList();
        var ended = model.Program with { Outcome = RunOutcome.Crashed, Reason = "threw" };
        var crashed = model with { Program = ended, Metrics = new Dictionary<string, Metric>() };
        yield return Case("a model that crashes", right with { Model = crashed }, [.. metrics, .. question.Criteria.OfType<ModelCriterion>()]);
        yield return Case("a model that knows nothing", WithMetrics((_, metric) => metric.Baseline ?? double.NaN), metrics);
        yield return Case(
            "a model that knows the labels",
            WithMetrics((name, _) => MetricNames.IsLowerBetter(name) ? 0 : 1),
            metrics.Where(metric => MetricNames.IsLowerBetter(metric.Metric) ? metric.AtLeast is not null : metric.AtMost is not null));

        QuestionEvidence WithMetrics(Func<string, Metric, double> value) => right with
        {
            Model = model with
            {
                Metrics = model.Metrics.ToDictionary(pair => pair.Key, pair => pair.Value with { Value = value(pair.Key, pair.Value) }, StringComparer.Ordinal),
            },
        };
    }

    private static IEnumerable<KnownCase> OfForm(Question question, QuestionEvidence right)
    {
        var forms = question.Criteria.OfType<StructureCriterion>().ToList();
        if (forms.Count == 0 || right.Answer is not { } answer)
        {
            yield break;
        }

        var headings = string.Join('\n', answer.Text.Split('\n').Where(line => line.StartsWith('#')));
        yield return OfText("an answer of one sentence", $"{headings}\n\n{FirstSentence(answer.Text)}\n", forms.Where(form => form.Words.Least is not null));
        foreach (var form in forms.Where(form => form.Words.Most is not null))
        {
            // Not all that it says may be read: once with as much as is missing, once with the whole length again.
            foreach (var more in (int[])[form.Words.Most!.Value - answer.Text.Split(' ').Length, form.Words.Most.Value])
            {
                yield return OfText("an answer that goes on and on", $"{answer.Text}\n\n{Sentences(more)}\n", [form]);
            }
        }

        yield return OfText(
            "an answer without headings",
            string.Join('\n', answer.Text.Split('\n').Where(line => !line.StartsWith('#'))),
            forms.Where(form => form.Headings.Count > 0 || form.Parts is not null));

        KnownCase OfText(string name, string text, IEnumerable<Criterion> wrong) => Case(name, right with { Answer = answer with { Text = text } }, wrong);
    }

    // One that reads as prose does: what is no sentence is not graded for its length.
    private static string FirstSentence(string text) =>
        text.Split('\n').FirstOrDefault(line => line.Length > 0 && char.IsLetter(line[0]) && line.Contains(". ", StringComparison.Ordinal)) is { } line
            ? line[..(line.IndexOf(". ", StringComparison.Ordinal) + 1)]
            : "That is how it is done here.";

    // Each says something else: what stands there already is not read again.
    private static string Sentences(int words) => string.Join(
        ' ',
        Enumerable.Range(1, Math.Max(1, (words / WordsOfSentence) + 2))
            .Select(i => $"The step with the number {i} comes after the one before it and needs {i * 7} more seconds."));

    private static IEnumerable<KnownCase> OfFigures(Question question, QuestionEvidence right)
    {
        foreach (var figure in question.Criteria.OfType<FigureCriterion>())
        {
            var far = Tolerances * (figure.Tolerance > 0 ? figure.Tolerance : 1);
            var drawn = right.Demonstration?.Figures?.Select(one => one with
            {
                Plots = [.. one.Plots.Select(plot => plot with { Values = [.. plot.Values.Select(value => value with { Value = value.Value + far })] })],
            });
            var files = right.Figures?.Select(file => file with { Text = file.Text is null ? null : AllMoved(file.Text, far) });
            yield return Case(
                $"a figure of other numbers for {figure.Id}",
                right with { Figures = files?.ToList(), Demonstration = right.Demonstration is { } run ? run with { Figures = drawn?.ToList() } : null },
                [figure]);
        }
    }

    private static KnownCase Case(string name, QuestionEvidence evidence, IEnumerable<Criterion> wrong) =>
        new(name, evidence, wrong.ToDictionary(criterion => criterion.Id, _ => false, StringComparer.Ordinal), IsProse: false);

    private static string AllMoved(string text, double by) => Number().Replace(
        text,
        match => (double.Parse(match.Value, CultureInfo.InvariantCulture) + by).ToString("0.####", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b\d+(?:\.\d+)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
