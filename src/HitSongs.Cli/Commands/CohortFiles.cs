using System.Text;
using HitSongs.Collecting.Batch;
using HitSongs.Grading.Copies;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Rubrics;
using HitSongs.Reporting.Cohorts;
using HitSongs.Reporting.Exports;

namespace HitSongs.Cli.Commands;

/// <summary>Writes what is read of a cohort, from the files of its members: the same whether they were graded in one go or in several.</summary>
internal static class CohortFiles
{
    /// <returns>The paths written.</returns>
    public static IReadOnlyList<string> Write(string folder, Rubric rubric, IReadOnlyList<BatchResult> results, BatchRun batch)
    {
        var members = results.Select(result => Read(result, batch.FolderOf(result.Submission))).ToList();
        var evidence = results
            .Where(result => result.Fault is null)
            .Select(result => EvidenceFolder.Read(Path.Combine(batch.FolderOf(result.Submission), "evidence")))
            .ToList();
        // Each pair once: what a member shares with those before it.
        var copies = evidence
            .SelectMany((one, i) => CopyReview.Between(rubric, one, evidence.Take(i)).Select(finding => (one.Submission.Name, finding)))
            .ToList();
        var marks = results
            .Where(result => result.Fault is null)
            .Select(result => (Evidence: Path.Combine(batch.FolderOf(result.Submission), "evidence"), result.Submission.Name))
            .Select(one => MarksFile.Read(MarksFile.Beside(one.Evidence), one.Name));
        var cohort = new Cohort(rubric.Title, members, copies) { Agreements = ReviewerAgreement.Of(marks) };
        return
        [
            Written("grades.csv", CohortTables.Csv(cohort)),
            Written("grades.json", CohortTables.Json(cohort)),
            Written("index.html", CohortPage.Write(cohort)),
        ];

        string Written(string name, string text)
        {
            var path = Path.Combine(folder, name);
            CacheFile.Write(path, Encoding.UTF8.GetBytes(text));
            return path;
        }
    }

    /// <summary>The grades of those that could be graded, for other programs.</summary>
    public static IReadOnlyList<Graded> Graded(IReadOnlyList<BatchResult> results, BatchRun batch) =>
    [
        .. results
            .Where(result => result.Fault is null)
            .Select(result => Path.Combine(batch.FolderOf(result.Submission), BatchRun.GradeFile))
            .Select(path => GradeJson.Read(File.ReadAllText(path), path))
            .Select(read => new Graded(read.Grade, read.Run)),
    ];

    private static CohortMember Read(BatchResult result, string folder)
    {
        if (result.Fault is not null)
        {
            return new CohortMember(result.Submission.Name, null, null, result.Fault);
        }

        var path = Path.Combine(folder, BatchRun.GradeFile);
        var bytes = File.ReadAllBytes(path);
        return new CohortMember(result.Submission.Name, GradeJson.Read(Encoding.UTF8.GetString(bytes), path).Grade, GradeJson.Parts(bytes, path).Grade, null);
    }
}
