using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Collecting.Collect;
using HitSongs.Grading.RubricFiles;
using HitSongs.Reporting.Contents;

namespace HitSongs.Cli.Commands;

internal static class ContentsCommand
{
    public static Command Create()
    {
        var measure = new Option<bool>("--measure") { Description = "Run every demonstration again; otherwise only those whose seconds are not known yet." };
        var command = new Command(
            "contents",
            """
            Writes answers/README.md: every question with its points, its demonstration, and how many seconds that takes.

            Example: hitsongs rubric contents --measure
            """
        )
        {
            measure,
            SharedOptions.Rubric,
            SharedOptions.Sandbox,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var workplace = Workplace.Find();
                var folder = SharedOptions.RubricOf(parsed, workplace);
                var rubric = RubricFolder.Read(folder);
                var path = Path.Combine(workplace.Root, AnswersContents.File);
                var seconds = parsed.GetValue(measure) ? [] : AnswersContents.SecondsIn(path).ToDictionary(StringComparer.Ordinal);
                foreach (var question in rubric.Questions.Where(question => question.Demonstration is not null && !seconds.ContainsKey(question.Id)))
                {
                    Console.Error.WriteLine($"running {question.Id}");
                    var options = new GradeOptions(
                        workplace.Root,
                        folder,
                        workplace.Data,
                        workplace.Artifacts,
                        workplace.Cache,
                        [question.Id],
                        null,
                        parsed.GetValue(SharedOptions.Sandbox),
                        Seed: 1
                    );
                    seconds[question.Id] = Math.Round((await DemoCommand.RunAsync(rubric, question, options, cancel)).Seconds, 1);
                }

                File.WriteAllText(path, AnswersContents.Write(rubric, seconds));
                Console.Out.WriteLine($"written: {AnswersContents.File}");
                return 0;
            }
        );
        return command;
    }
}
