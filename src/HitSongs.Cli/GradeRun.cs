using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Cli;

/// <summary>The chain from a submission to its grade.</summary>
/// <param name="Grade">Every score.</param>
/// <param name="Evidence">What they rest on.</param>
/// <param name="Rubric">What they were given by.</param>
internal sealed record GradeRun(Grade Grade, SubmissionEvidence Evidence, Rubric Rubric)
{
    /// <exception cref="HitSongs.InvalidInputException">The rubric or a song file is wrong.</exception>
    /// <exception cref="UsageException">The options do not fit together.</exception>
    public static async Task<GradeRun> OfAsync(GradeOptions options, IProgress<CollectProgress> progress, Action<string> warn, CancellationToken cancel)
    {
        if (!Directory.Exists(Path.Combine(options.Submission, "answers")))
        {
            throw new UsageException($"{options.Submission} has no folder answers/: name the folder of a submission");
        }

        var rubric = Select(RubricFolder.Read(options.Rubric), options.Only);
        var collector = new SubmissionCollector(options, SandboxChoice.Choose(options.Sandbox, warn));
        var evidence = await collector.CollectAsync(rubric, progress, cancel);
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(options.Rubric)) != options.Submission)
        {
            Console.Error.WriteLine($"collected {options.Submission}, graded by {options.Rubric}");
        }

        return new GradeRun(Grader.Grade(rubric, evidence), evidence, rubric);
    }

    /// <summary>The rubric with the named questions alone; all of it where none is named.</summary>
    public static Rubric Select(Rubric rubric, IReadOnlyList<string> only)
    {
        var known = rubric.Questions.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        return only.FirstOrDefault(id => !known.Contains(id)) is { } unknown
            ? throw new UsageException($"there is no question {unknown}; there are {string.Join(", ", known)}")
            : only.Count == 0 ? rubric : rubric with
            {
                Sections = [.. rubric.Sections
                    .Select(s => s with { Questions = [.. s.Questions.Where(q => only.Contains(q.Id, StringComparer.Ordinal))] })
                    .Where(s => s.Questions.Count > 0)],
            };
    }
}
