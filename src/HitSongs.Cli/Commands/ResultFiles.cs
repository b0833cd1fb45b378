using HitSongs.Cli.Reporting;
using HitSongs.Grading;

namespace HitSongs.Cli.Commands;

/// <summary>Writes what people and programs read of a grade: grade.json, report.html and submission.ipynb.</summary>
internal static class ResultFiles
{
    /// <returns>The paths written.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(GradeRun run, string folder, string cache, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        throw new NotImplementedException();
    }
}
