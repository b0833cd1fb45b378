using System.CommandLine;
using System.Text.Json;
using HitSongs.Cli.Options;
using System.Text.Json.Serialization;
using HitSongs.Collecting.Encoders;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

/// <summary>Grades loose answers to one question.</summary>
internal static class TryCommand
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n" };

    public static Command Create()
    {
        var question = new Argument<string>("RUBRIC.yaml") { Description = "The YAML file of one question." };
        var answers = new Option<string>("--answers")
        {
            Description = "Tab-separated text with a header and the columns id and answer; \\n stands for a line break.",
            Required = true,
            HelpName = "FILE.tsv",
        };
        var command = new Command(
            "try",
            """
            Grades the prose of many answers to one question, and prints id, points and maxPoints as tab-separated text. With --json, an array with each
            answer's criteria: where a person should look, the status is Ungraded and the points are those that are proposed; with --reader, also what
            the second reader said and the sentence that it rests on.

            Example: hitsongs rubric try rubric/evaluation/pytorch/3-backpropagation.yaml --answers answers.tsv
            """)
        {
            question, answers, SharedOptions.Json,
        };
        ReaderOption.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(question)!;
            var (asked, table) = (QuestionFile.Read(path), AnswerTable.Read(parsed.GetValue(answers)!).ToList());
            var encoder = asked.Weights is null ? null : PassageEncoder.Above(path);
            using var reader = await ReaderOption.OpenAsync(parsed, Workplace.Find().Cache, cancel);
            var work = new ReaderWork(reader);
            var texts = table.Select(row => (asked, row.Answer)).ToList();
            var second = await work.ReadAsync(texts, cancel);
            var graded = table.Select((row, i) => Graded.Of(row.Id, ProseMarks.Of(asked, row.Answer, encoder, second[i]), second[i], row.Answer));
            if (parsed.GetValue(SharedOptions.Json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(graded, Options));
                return 0;
            }

            Console.Out.WriteLine("id\tpoints\tmaxPoints");
            foreach (var answer in graded)
            {
                Console.Out.WriteLine($"{answer.Id}\t{answer.Points}\t{answer.MaxPoints}");
            }

            return 0;
        });
        return command;
    }

    private sealed record Graded(string Id, double Points, double MaxPoints, IReadOnlyList<GradedCriterion> Criteria)
    {
        public static Graded Of(string id, IReadOnlyList<Score> scores, SecondReading? second, string answer) => new(
            id,
            Math.Round(scores.Sum(s => s.ProposedPoints), 2),
            Math.Round(scores.Sum(s => s.MaxPoints), 2),
            [.. scores.Select(s => GradedCriterion.Of(s, second?.Of(s.Id, ProseMarks.TextOf(answer))))]);
    }

    private sealed record GradedCriterion(string Id, string Kind, string Status, double Points, double MaxPoints, double? Confidence, string Feedback)
    {
        /// <summary>A second reader's verdict; null where it said nothing that counts.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Verdict { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Quote { get; init; }

        public static GradedCriterion Of(Score s, ValidVerdict? second) =>
            new(s.Id, s.Kind, s.Status.ToString(), s.ProposedPoints, s.MaxPoints, s.Confidence, s.Feedback)
            {
                Verdict = second?.Verdict.ToString(),
                Quote = second?.Quote?.Quote,
            };
    }
}
