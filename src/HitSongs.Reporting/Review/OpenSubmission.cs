using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Regrading;
using HitSongs.Grading.Reviews;

namespace HitSongs.Reporting.Review;

/// <summary>A submission as it is read for review: its grade by the rubric as it is now, its marks, and its evidence once that is asked for.</summary>
internal sealed class OpenSubmission
{
    private readonly Lazy<SubmissionEvidence> evidence;

    private OpenSubmission(string folder, Grade grade, SubmissionMarks marks, string stamp)
    {
        (Folder, Grade, Marks, Stamp) = (folder, grade, marks, stamp);
        evidence = new Lazy<SubmissionEvidence>(() => EvidenceFolder.Read(folder));
    }

    public string Folder { get; }

    public Grade Grade { get; }

    public SubmissionMarks Marks { get; }

    /// <summary>Another one, where marks or evidence are others.</summary>
    public string Stamp { get; }

    public SubmissionEvidence Evidence => evidence.Value;

    /// <exception cref="InvalidInputException">Evidence, marks or rubric are wrong.</exception>
    public static OpenSubmission Read(Regrader regrader, string folder)
    {
        var stamp = StampOf(folder); // before the files are read: what changes meanwhile is read again
        var grade = regrader.Regrade(folder).Now;
        return new OpenSubmission(folder, grade, MarksFile.Read(MarksFile.Beside(folder), grade.Submission.Name), stamp);
    }

    public static string StampOf(string folder)
    {
        var (marks, evidence) = (new FileInfo(MarksFile.Beside(folder)), new FileInfo(Path.Combine(folder, "submission.json")));
        return $"{(marks.Exists ? $"{marks.Length} {marks.LastWriteTimeUtc.Ticks}" : "none")} {evidence.LastWriteTimeUtc.Ticks}";
    }

    /// <param name="second">For a second reading, its reader.</param>
    public IReadOnlyList<ReviewItem> Items(string? second) => ReviewItems.Of(Folder, Grade, Marks, () => Evidence, second);

    public (QuestionGrade Question, Score Score)? Find(string question, string? criterion) =>
        Grade.Scores.Where(row => row.Question.Id == question && row.Score.Id == criterion).Select(row => ((QuestionGrade, Score)?)row).FirstOrDefault();

    public QuestionEvidence? EvidenceOf(string question) => Evidence.Questions.FirstOrDefault(one => one.Question == question);
}
