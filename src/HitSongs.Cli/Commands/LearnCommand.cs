using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Collecting.Learning;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Cli.Commands;

/// <summary>Learns what the prose of a rubric is read by.</summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var epochs = new Option<int>("--epochs") { Description = "How often each sentence is seen.", DefaultValueFactory = _ => 6 };
        var doubt = new Option<double>("--doubt")
        {
            Description = "The share of the criteria of marked answers that a person should look at.",
            DefaultValueFactory = _ => 0.28,
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Only the heads of these questions, from where they are and with the encoder as it is: enough where a few sentences have changed.",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var curve = new Option<bool>("--curve-only")
        {
            Description = "Fit the probabilities and their cuts to the marked answers again, and leave the rest as it is.",
        };
        var command = new Command(
            "learn",
            """
            Learns what prose is read by, from the examples, counterexamples and contrasts of the rubric, and writes it beside them: encoder.safetensors,
            reading.json and a *.weights.json for each question. Takes some minutes; the same examples give the same weights on the same processor.

            Examples: hitsongs rubric learn
                      hitsongs rubric learn --only evaluation/pytorch/3-backpropagation
            """)
        {
            SharedOptions.Rubric, epochs, doubt, only, curve,
        };
        command.SetAction(parsed =>
        {
            var folder = SharedOptions.RubricOf(parsed, Workplace.Find());
            var learner = new RubricLearner(folder, Console.Error.WriteLine);
            if (parsed.GetValue(only) is { Length: > 0 } questions)
            {
                foreach (var question in QuestionSelection.Of(questions, [.. RubricOutline.Open(folder).Questions]))
                {
                    new QuestionLearner(folder).Learn(question);
                }
            }
            else if (parsed.GetValue(curve))
            {
                learner.Calibrate(parsed.GetValue(doubt));
            }
            else
            {
                learner.LearnAll(parsed.GetValue(epochs), parsed.GetValue(doubt));
            }

            return 0;
        });
        return command;
    }
}
