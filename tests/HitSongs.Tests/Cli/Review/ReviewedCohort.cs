using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Prose;
using HitSongs.Grading.RubricFiles;
using HitSongs.Metrics;
using HitSongs.Reporting.Review;
using HitSongs.Tests.Grading;

namespace HitSongs.Tests.Cli.Review;

/// <summary>Two submissions on the disk of which much waits for a person, and one of them is hostile.</summary>
internal sealed class ReviewedCohort : IDisposable
{
    public const string Hostile = "</textarea><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";

    private const string Criteria = """
        model: {timeout: 60, memory: 2048, folds: 5}
        criteria:
          - {id: why, kind: manual, points: 4, name: gives reasons}
          - {id: style, kind: manual, points: 1, name: reads well}
          - {id: form, kind: structure, points: 2, minWords: 3}
          - {id: roc, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.75}
        """;

    private readonly TemporaryFolder folder = new();

    public ReviewedCohort()
    {
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write($"rubric/{Situation.Question}.yaml", $"{Situation.Head}\n{Criteria}");
        Write("ada", "They accumulate in the buffer, because the engine adds and does not replace.", 0.755);
        Write("eve", $"{Hostile} Whatever is said here is text and nothing else.", 0.9);
    }

    public string Path => folder.Path;

    public string Rubric => System.IO.Path.Combine(folder.Path, "rubric");

    public string EvidenceOf(string name) => System.IO.Path.Combine(folder.Path, "out", name, "evidence");

    public string MarksOf(string name) => MarksFile.Beside(EvidenceOf(name));

    public IReadOnlyList<Mark> ReadMarks(string name) => MarksFile.Read(MarksOf(name), name).All;

    public void Write(string name, string answer, double auc) =>
        EvidenceFolder.Write(
            EvidenceOf(name),
            new SubmissionEvidence(
                new SubmissionIdentity(name, null),
                [
                    new QuestionEvidence(
                        Situation.Question,
                        new AnswerText(Situation.AnswerFile, answer),
                        null,
                        Situation.Model(Situation.Program(), (MetricNames.AreaUnderRocCurve, new Metric(auc, auc - 0.02, auc + 0.02, 800, 0.5)))
                    ),
                ],
                null,
                Situation.Run
            )
        );

    public ReviewDesk Open(string? second = null) =>
        ReviewDesk.Open(RubricOutline.Open(Rubric), EvidenceFolders.Find([System.IO.Path.Combine(folder.Path, "out")]), second, _ => { });

    /// <summary>A request as the page makes it of what it shows.</summary>
    public static MarkRequest RequestOf(ReviewView view, string reviewer = "Ada") => new(view.Item.Id, view.Seen, view.HandedIn, reviewer, "");

    public static ReviewView Find(ReviewDesk desk, string submission, string? criterion) =>
        desk.View(desk.Queue.Single(item => item.Submission == submission && item.Criterion == criterion).Id)!;

    public void Dispose() => folder.Dispose();
}
