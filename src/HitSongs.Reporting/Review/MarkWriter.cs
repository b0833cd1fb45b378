using System.Text;
using HitSongs.Grading.Marks;
using HitSongs.Reporting.Rendering;

namespace HitSongs.Reporting.Review;

/// <summary>Adds marks to the file beside a submission's evidence.</summary>
internal static class MarkWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits until no other process writes marks of the same submission.</summary>
    /// <param name="evidence">The folder of its evidence.</param>
    public static Task<IDisposable> HoldAsync(string evidence, CancellationToken cancel) =>
        FileLock.HoldAsync(Path.ChangeExtension(MarksFile.Beside(evidence), ".lock"), Patience, cancel);

    /// <summary>Whoever reads the file meanwhile sees it before or after, never half.</summary>
    /// <exception cref="InvalidInputException">The file there is of another submission.</exception>
    public static void Write(OpenSubmission submission, Mark mark)
    {
        var path = MarksFile.Beside(submission.Folder);
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        if (text.Length > 0 && submission.Marks.All.Count == 0)
        {
            throw new InvalidInputException(path, null, $"it holds the marks of another submission than {submission.Grade.Submission.Name}", "Move it away");
        }

        CacheFile.Write(path, Encoding.UTF8.GetBytes(MarksFile.Append(text, submission.Grade.Submission.Name, mark)));
    }
}
