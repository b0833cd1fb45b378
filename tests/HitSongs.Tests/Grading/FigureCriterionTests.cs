using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Scoring;
using HitSongs.Studies;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class FigureCriterionTests
{
    private const string Criterion =
        """
          - id: chart
            kind: figure
            points: 4
            values: {loudness: LoudnessSpearman, time signature: TimeSignatureSpearman}
            tolerance: 0.01
            axes: [Spearman]
        """;

    private const string Chart =
        """
        {
          "title": "Loudness goes with popularity",
          "data": {"values": [{"f": "Loudness", "r": 0.29}, {"f": "time_signature", "r": 0.004}]},
          "mark": "bar",
          "encoding": {"y": {"field": "f", "type": "nominal", "title": "Feature"}, "x": {"field": "r", "axis": {"title": "Spearman correlation"}}}
        }
        """;

    private const string Alt = "Bars of which that of loudness is longest";
    private const string Caption = "Figure 1: rank correlation with popularity of each feature";
    private const string Embedded = $"Words come first.\n\n![{Alt}](chart.vl.json \"{Caption}\")\n";

    private static readonly string File = $"answers/{Situation.Question}/chart.vl.json";

    private static Score Grade(string answer, string? chart = Chart, bool studied = true) => Grade(answer, [new FigureFile(File, chart)], studied);

    private static Score Grade(string answer, IReadOnlyList<FigureFile>? figures, bool studied = true)
    {
        var study = new Dictionary<string, StudyFigure> { ["LoudnessSpearman"] = new(0.2926), ["TimeSignatureSpearman"] = new(0.0041) };
        var evidence = new QuestionEvidence(Situation.Question, new AnswerText(Situation.AnswerFile, answer), null, null, figures);
        return Grader
            .Grade(
                Situation.RubricOf(Criterion),
                Situation.EvidenceOf(evidence) with
                {
                    Songs = Situation.Songs("Songs") with { Study = studied ? study : null },
                }
            )
            .Only();
    }

    [TestCase(Embedded)]
    [TestCase($"![{Alt}](chart.vl.json)\n\n*{Caption}*\n", Description = "the caption is the next paragraph")]
    [TestCase($"![{Alt}](chart.vl.json)\n{Caption}\n", Description = "the caption is the next line")]
    [TestCase($"---\ndata: songs\n---\n![Bars of which\nthat of loudness is longest]( chart.vl.json \"{Caption}\" )")]
    [TestCase($"![Another chart that is not there](other.vl.json \"x\")\n\n{Embedded}", Description = "of several the best counts")]
    public void A_chart_of_the_computed_numbers_that_explains_itself_passes(string answer) =>
        Assert.That(Grade(answer), Has.Property(nameof(Score.Status)).EqualTo(Status.Passed).And.Property(nameof(Score.Points)).EqualTo(4));

    [TestCase("Words alone.", "embeds no figure", 0)]
    [TestCase($"```\n![{Alt}](chart.vl.json \"{Caption}\")\n```", "embeds no figure", 0)]
    [TestCase($"![{Alt}](../chart.vl.json \"{Caption}\")", "embeds no figure", 0)]
    [TestCase($"![{Alt}](/etc/chart.vl.json \"{Caption}\")", "embeds no figure", 0)]
    [TestCase($"![{Alt}](http://example.org/chart.vl.json \"{Caption}\")", "embeds no figure", 0)]
    [TestCase($"![{Alt}](chart.png \"{Caption}\")", "embeds no figure", 0)]
    [TestCase($"![{Alt}](elsewhere.vl.json \"{Caption}\")", "there is no file elsewhere.vl.json", 0)]
    [TestCase($"![{Alt}](chart.vl.json)", "it has no caption", 3.6)]
    [TestCase($"![](chart.vl.json \"{Caption}\")", "no alternative text of its own", 3.6)]
    [TestCase($"![{Caption}](chart.vl.json \"{Caption}\")", "no alternative text of its own", 3.6)]
    public void What_is_missing_around_a_chart_is_named_and_costs_little(string answer, string feedback, double points) =>
        Assert.That(Grade(answer), Has.Property(nameof(Score.Points)).EqualTo(points).And.Property(nameof(Score.Feedback)).Contains(feedback));

    [TestCase("0.29", "0.5", 2.8, "\"loudness\" stands at 0.5, computed was 0.2926")]
    [TestCase("0.29", "\"much\"", 2.8, "\"loudness\" has no number")]
    [TestCase("\"Loudness\"", "\"Loud\"", 2.8, "\"loudness\" is missing from its data")]
    [TestCase("}]", "}, {\"f\": \"loudness\", \"r\": 0.1}]", 2.8, "stands at 2 different numbers")]
    [TestCase("\"title\": \"Loudness goes with popularity\",", "", 3.6, "it has no title")]
    [TestCase(", \"title\": \"Feature\"", "", 3.6, "its y axis has no title")]
    [TestCase("Spearman correlation", "Correlation", 3.6, "no title of an axis says \"Spearman\"")]
    [TestCase("\"field\": \"r\"", "\"field\": \"r\", \"aggregate\": \"mean\"", 0, "it aggregates")]
    [TestCase("\"values\": [{\"f\": \"Loudness\", \"r\": 0.29}, {\"f\": \"time_signature\", \"r\": 0.004}]", "\"url\": \"songs.csv\"", 0, "it holds no data")]
    [TestCase("\"encoding\"", "\"coding\"", 0, "has no x and y")]
    [TestCase("\"mark\": \"bar\",", "\"mark\": \"bar\"", 0, "no JSON (line 5)")]
    [TestCase("\"mark\": \"bar\"", "\"data\": {}", 0, "a key stands twice")]
    public void What_is_wrong_in_a_chart_is_named_with_both_numbers(string right, string wrong, double points, string feedback)
    {
        var score = Grade(Embedded, Chart.Replace(right, wrong, StringComparison.Ordinal));

        Assert.That(score, Has.Property(nameof(Score.Points)).EqualTo(points).And.Property(nameof(Score.Feedback)).Contains(feedback));
    }

    [TestCase($"![{Alt}](correlations.png \"{Caption}\")", 0.29, "Spearman correlation", 4, "shows the 2 numbers")]
    [TestCase($"![{Alt}](figures/correlations.svg \"{Caption}\")", 0.29, "Spearman correlation", 4, "shows the 2 numbers")]
    [TestCase("No figure is embedded.", 0.29, "Spearman correlation", 3.6, "the answer does not embed it: write ![what one sees in it](correlations.png")]
    [TestCase($"![{Alt}](correlations.png \"{Caption}\")", 0.29, "", 3.2, "its y axis has no title")]
    [TestCase($"![{Alt}](correlations.png \"{Caption}\")", 0.5, "Spearman correlation", 2.8, "\"loudness\" stands at 0.5, computed was 0.2926")]
    [TestCase($"![{Alt}](correlations.png)", 0.29, "Spearman correlation", 3.6, "it has no caption")]
    public void A_figure_that_the_program_drew_is_compared_like_a_file(string answer, double loudness, string axis, double points, string feedback)
    {
        DrawnValue[] values = [new("hits", "loudness", 7), new("rho", "Loudness", loudness), new("rho", "time_signature", 0.004)];
        var figure = new DrawnFigure("correlations", 3, [new DrawnPlot("Loudness goes with popularity", "Feature", axis, ["hits", "rho"], values)], "", null);

        var score = GradeDrawn(answer, figure);

        Assert.That(score, Has.Property(nameof(Score.Points)).EqualTo(points).And.Property(nameof(Score.Feedback)).Contains(feedback));
    }

    private static Score GradeDrawn(string answer, DrawnFigure figure)
    {
        var study = new Dictionary<string, StudyFigure> { ["LoudnessSpearman"] = new(0.2926), ["TimeSignatureSpearman"] = new(0.0041) };
        var program = new ProgramRun("answers/demonstration.cs", "", RunOutcome.Completed, "", null, "");
        var run = new DemonstrationRun(program, [], [], [], "") { Figures = [figure] };
        var evidence = new QuestionEvidence(Situation.Question, new AnswerText(Situation.AnswerFile, answer), run, null, []);
        return Grader
            .Grade(Situation.RubricOf(Criterion), Situation.EvidenceOf(evidence) with { Songs = Situation.Songs("Songs") with { Study = study } })
            .Only();
    }

    [Test]
    public void A_chart_of_made_up_numbers_earns_nothing_however_well_it_is_labelled() =>
        Assert.That(
            Grade(Embedded, Chart.Replace("0.29", "0.9", StringComparison.Ordinal).Replace("0.004", "0.8", StringComparison.Ordinal)).Status,
            Is.EqualTo(Status.Failed)
        );

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase("\0\ufffd")]
    [TestCase("{\"layer\": 3, \"encoding\": [], \"data\": \"x\"}")]
    [TestCase("{\"encoding\": {\"x\": {\"field\": 1}, \"y\": {}}, \"data\": {\"values\": [{\"a\": 1e999}, 3, null, [[]]]}}")]
    [TestCase("{\"title\": \"\\ud800\", \"encoding\": {\"x\": {\"field\": \"f\"}, \"y\": {\"field\": \"f\"}}, \"data\": {\"values\": [{\"f\": \"\\ud800\"}]}}")]
    public void A_hostile_chart_fails_and_breaks_nothing(string chart) => Assert.That(Grade(Embedded, chart).Status, Is.EqualTo(Status.Failed));

    [Test]
    public void A_chart_nested_without_end_fails_and_breaks_nothing() =>
        Assert.That(Grade(Embedded, string.Concat(Enumerable.Repeat("{\"layer\":[", 50_000))).Feedback, Does.Contain("no JSON"));

    [Test]
    public void A_chart_of_other_data_is_not_compared() =>
        Assert.That(Grade("---\ndata: other songs\n---\n" + Embedded).Status, Is.EqualTo(Status.Blocked));

    [Test]
    public void Evidence_without_what_is_needed_is_the_harness_own_fault() =>
        Assert.Multiple(() =>
        {
            Assert.That(Grade(Embedded, figures: null).Status, Is.EqualTo(Status.Error));
            Assert.That(Grade(Embedded, studied: false).Status, Is.EqualTo(Status.Error));
        });

    [TestCase("LoudnessSpearman", "LoudnesSpearman", "nothing computes the figure `LoudnesSpearman`")]
    [TestCase("{loudness: LoudnessSpearman, time signature: TimeSignatureSpearman}", "{}", "`values` must say which figure stands at each label")]
    [TestCase("tolerance: 0.01", "tolerance: -1", "must be at least 0")]
    [TestCase("tolerance", "tolerence", "unknown key `tolerence`")]
    public void Faults_of_the_criterion_are_told_when_it_is_read(string right, string wrong, string problem) =>
        Assert.That(
            () => Situation.RubricOf(Criterion.Replace(right, wrong, StringComparison.Ordinal)),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains(problem)
        );
}
