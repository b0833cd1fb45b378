using HitSongs.Grading.Prose;

namespace HitSongs.Collecting.Collect;

/// <summary>The answer to a question, among those that its folder has.</summary>
/// <remarks>
/// An answer with numbers is about certain songs, which its front matter names. Beside <c>answer.md</c> there may be others, such as
/// <c>answer.synthetic.md</c>: where one of them names the songs at hand, and answer.md names others, it is the answer.
/// </remarks>
internal static class SubmittedAnswer
{
    private const string File = "answer.md";

    // More than anybody has data sets; a folder may hold any number of files.
    private const int Most = 8;

    /// <param name="folder">The question's folder, relative to the submission.</param>
    /// <param name="data">The name of the songs at hand; null where the answer's numbers are about none.</param>
    /// <returns>Null where there is no answer.md.</returns>
    public static AnswerText? Of(SubmissionFiles files, string folder, string? data)
    {
        if (Read(files, $"{folder}/{File}") is not { } answer)
        {
            return null;
        }

        return data is null || answer.Data is not { } named || IsSame(named, data)
            ? answer
            : files.Named(folder, "answer.*.md").Take(Most).Select(name => Read(files, $"{folder}/{name}")).FirstOrDefault(other =>
                other?.Data is { } about && IsSame(about, data)
            ) ?? answer;
    }

    private static AnswerText? Read(SubmissionFiles files, string path) => files.Read(path) is { } text ? new AnswerText(path, text) : null;

    private static bool IsSame(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
