using System.CommandLine;
using System.Security.Cryptography;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using HitSongs.Reporting.Exports;

namespace HitSongs.Cli.Commands;

internal static class RegradeCommand
{
    public static Command Create()
    {
        var evidence = new Argument<DirectoryInfo[]>("EVIDENCE")
        {
            Description = "Folders written by collect or grade. Default: artifacts/evidence.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(
            "regrade",
            """
            Grades kept evidence by the rubric as it is now, and prints what changed; runs nothing of a submission.

            Example: hitsongs regrade artifacts/evidence --rubric rubric
            """)
        {
            evidence, SharedOptions.Rubric, SharedOptions.Json,
        };
        ExportOption.AddTo(command);
        SignOption.AddTo(command);
        command.SetAction(parsed =>
        {
            var workplace = Workplace.Find();
            var exports = ExportOption.Read(parsed);
            using var key = SignOption.Read(parsed);
            var rubric = RubricFolder.Read(SharedOptions.RubricOf(parsed, workplace));
            var folders = parsed.GetValue(evidence) is { Length: > 0 } named ? named.Select(d => d.FullName) : [Path.Combine(workplace.Artifacts, "evidence")];
            var graded = folders.Select(f => Regrade(f, rubric, parsed.GetValue(SharedOptions.Json), key)).ToList();
            ExportOption.Write(exports, graded);
            return graded.Max(one => one.Grade.Status == Status.Error ? 3 : one.Grade.Passed ? 0 : 1);
        });
        return command;
    }

    private static Graded Regrade(string folder, Rubric rubric, bool json, ECDsa? key)
    {
        var evidence = EvidenceFolder.Read(folder);
        RefuseOtherVectors(folder, evidence, rubric);
        var now = Grader.Grade(rubric, evidence);
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder))!, "grade.json");
        var before = File.Exists(path) ? GradeJson.Read(File.ReadAllText(path), path).Grade : null;
        var text = GradeJson.Write(now, evidence.Run);
        File.WriteAllText(path, text);
        SignOption.Sign(path, key);

        if (json)
        {
            Console.Out.Write(text);
        }
        else
        {
            Tell(before, now);
        }

        return new Graded(now, evidence.Run);
    }

    // Vectors of one encoder mean nothing to what was learnt with another.
    private static void RefuseOtherVectors(string folder, SubmissionEvidence evidence, Rubric rubric)
    {
        var encoders = rubric
            .Questions.Where(question => question.Weights is not null)
            .ToDictionary(question => question.Id, question => question.Weights!.Encoder, StringComparer.Ordinal);
        if (
            evidence.Questions.FirstOrDefault(q =>
                q.Answer is { Text: var text }
                && !string.IsNullOrWhiteSpace(text)
                && encoders.TryGetValue(q.Question, out var encoder)
                && q.Vectors?.Encoder != encoder
            ) is
            { } other
        )
        {
            throw new InvalidInputException(
                folder,
                null,
                $"the vectors of {other.Question} are missing or were made with other weights than the rubric has now",
                "Collect the submission again"
            );
        }
    }

    private static void Tell(Grade? before, Grade now)
    {
        Console.Out.WriteLine(
            $"{now.Submission.Name}: {now.Points:0.##} of {now.MaxPoints:0.##} points, "
                + $"{(now.Passed ? "passed" : "not passed")}{(before is null ? "" : $" (before: {before.Points:0.##} of {before.MaxPoints:0.##})")}"
        );
        foreach (var change in before is null ? [] : GradeComparison.Between(before, now))
        {
            Console.Out.WriteLine(
                $"  {change.Question}/{change.Criterion}: {Told(change.OldStatus, change.OldPoints)} → {Told(change.NewStatus, change.NewPoints)}. {change.Why}"
            );
        }
    }

    private static string Told(Status? status, double? points) => status is null ? "not in the rubric" : $"{status} {points:0.##}";
}
