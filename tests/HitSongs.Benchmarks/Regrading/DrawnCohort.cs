using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Regrading;
using HitSongs.Grading.RubricFiles;
using HitSongs.Metrics;

namespace HitSongs.Benchmarks.Regrading;

/// <summary>A cohort whose submissions differ in their names and in the metrics of their models; what is the same in all is linked, to spare
/// the disk.</summary>
internal sealed class DrawnCohort(string folder, string rubric)
{
    private const double Spread = 0.03;
    private const int Seed = 1;

    private RubricOutline? outline;

    public string Folder => folder;

    public string First => Path.Combine(folder, "s00000");

    /// <summary>The question whose metrics are drawn.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Draws it, graded by the rubric as it is now.</summary>
    public (int Questions, long Bytes, long GradeBytes) Draw(string evidence, int count)
    {
        var (original, random) = (EvidenceFolder.Read(evidence), new Random(Seed));
        var model = original.Questions.First(question => question.Model is { Metrics.Count: > 0 });
        Question = model.Question;
        EvidenceFolder.Write(Path.Combine(First, "evidence"), Named(original, 0));
        var first = Regrade(First);
        first.Write();
        var files = Directory.GetFiles(Path.Combine(First, "evidence"), "*", SearchOption.AllDirectories);
        for (var i = 1; i < count; i++)
        {
            var own = Path.Combine(folder, $"s{i:00000}", "evidence");
            EvidenceFolder.Write(own, Named(original, i) with { Questions = [Drawn(model, random)], Songs = null, Cells = null });
            Link(files, Path.Combine(First, "evidence"), own);
            var grade = first.Now with { Submission = first.Now.Submission with { Name = $"s{i:00000}" } };
            // Its model's question is not known to be graded: the first regrade does that.
            var basis = KeptGrade.BasisNow(own) with
            {
                Questions = [.. first.Basis!.Questions.Select(one => one.Id == Question ? one with { Key = "" } : one)],
            };
            KeptGrade.Write(own, grade, first.Run, basis);
        }

        Parallel.For(0, count, i => Regrade(Path.Combine(folder, $"s{i:00000}")).Write());
        return (original.Questions.Count, files.Sum(file => new FileInfo(file).Length), new FileInfo(Path.Combine(First, "grade.json")).Length);
    }

    private static SubmissionEvidence Named(SubmissionEvidence evidence, int i) =>
        evidence with { Submission = new SubmissionIdentity($"s{i:00000}", null) };

    private static QuestionEvidence Drawn(QuestionEvidence question, Random random)
    {
        var by = (random.NextDouble() - 0.5) * 2 * Spread;
        return question with
        {
            Model = question.Model! with { Metrics = question.Model.Metrics.ToDictionary(pair => pair.Key, pair => Moved(pair.Value, by)) },
        };
    }

    private static Metric Moved(Metric metric, double by) =>
        metric with { Value = metric.Value + by, Low = metric.Low + by, High = metric.High + by };

    private static void Link(string[] files, string from, string to)
    {
        foreach (var file in files)
        {
            var link = Path.Combine(to, Path.GetRelativePath(from, file));
            if (!File.Exists(link))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(link)!);
                File.CreateSymbolicLink(link, file);
            }
        }
    }

    private Regraded Regrade(string submission) => new Regrader(outline ??= RubricOutline.Open(rubric)).Regrade(Path.Combine(submission, "evidence"));

}
