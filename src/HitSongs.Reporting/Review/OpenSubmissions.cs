using HitSongs.Grading.Regrading;

namespace HitSongs.Reporting.Review;

/// <summary>The few submissions that were read last; one that has changed on the disk is read again.</summary>
internal sealed class OpenSubmissions(Regrader regrader)
{
    private const int Most = 16;

    private readonly Dictionary<string, OpenSubmission> open = new(StringComparer.Ordinal);

    /// <exception cref="InvalidInputException">Evidence, marks or rubric are wrong.</exception>
    public OpenSubmission Current(string folder)
    {
        if (open.TryGetValue(folder, out var known) && known.Stamp == OpenSubmission.StampOf(folder))
        {
            return known;
        }

        if (open.Count >= Most)
        {
            open.Clear();
        }

        return open[folder] = OpenSubmission.Read(regrader, folder);
    }
}
