using System.CommandLine;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

internal static class RubricCommand
{
    public static Command Create() => new("rubric", "Looks after the rubric.") { Check(), Try() };

    private static Command Check()
    {
        var samples = new Option<bool>("--samples") { Description = "Also grade the marked samples beside the questions, and compare with their marks." };
        var aside = new Option<bool>("--aside") { Description = "Only the samples that are set aside; without it, only the others." };
        var statements = new Option<bool>("--statements") { Description = "Also grade each example of the rubric as if it were not in it, and name those that it gets wrong." };
        var attacks = new Option<bool>("--attacks") { Description = "Also grade texts that are made to earn points without knowledge, and tell what they earn." };
        var check = new Command("check", """
            Reads the rubric and names every fault with file and line.

            Examples: hitsongs rubric check
                      hitsongs rubric check --samples
            """)
        {
            SharedOptions.Rubric, samples, aside, statements, attacks,
        };
        check.SetAction(parsed =>
        {
            var folder = SharedOptions.RubricOf(parsed, Workplace.Find());
            var faults = RubricFolder.Check(folder);
            foreach (var fault in faults)
            {
                Console.Error.WriteLine(fault.Message);
            }

            if (faults.Count > 0)
            {
                return 2;
            }

            var rubric = RubricFolder.Read(folder);
            Console.Out.WriteLine($"{rubric.Title}: {rubric.Questions.Count()} questions, {rubric.Questions.Sum(q => q.Criteria.Count)} criteria, {rubric.Questions.Sum(q => q.Criteria.Sum(c => c.Points)):0.##} points; no faults");
            if (parsed.GetValue(samples))
            {
                SampleTable.Write(folder, rubric, parsed.GetValue(aside), Console.Out);
            }

            if (parsed.GetValue(statements))
            {
                StatementTable.Write(rubric, Console.Out);
            }

            if (parsed.GetValue(attacks))
            {
                AttackTable.Write(folder, rubric, Console.Out);
            }

            return 0;
        });
        return check;
    }

    private static Command Try()
    {
        var question = new Argument<string>("RUBRIC.yaml") { Description = "The YAML file of one question." };
        var answers = new Option<string>("--answers") { Description = "Tab-separated text with a header and the columns id and answer; \\n stands for a line break.", Required = true, HelpName = "FILE.tsv" };
        var command = new Command("try", """
            Grades the prose of many answers to one question, and prints id, points and maxPoints as tab-separated text.

            Example: hitsongs rubric try rubric/evaluation/pytorch/3-backpropagation.yaml --answers answers.tsv
            """)
        {
            question, answers,
        };
        command.SetAction(parsed =>
        {
            var asked = QuestionFile.Read(parsed.GetValue(question)!);
            var table = AnswerTable.Read(parsed.GetValue(answers)!);
            Console.Out.WriteLine("id\tpoints\tmaxPoints");
            foreach (var (id, answer) in table)
            {
                var scores = ProseMarks.Of(asked, answer);
                Console.Out.WriteLine($"{id}\t{Math.Round(scores.Sum(s => s.Points), 2)}\t{Math.Round(scores.Sum(s => s.MaxPoints), 2)}");
            }

            return 0;
        });
        return command;
    }
}
