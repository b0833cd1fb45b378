using System.CommandLine;
using HitSongs.Cli.Options;

namespace HitSongs.Cli.Commands;

/// <summary>Proposes the numbers that a rubric decides by.</summary>
internal static class TuneCommand
{
    private const int FewestRepeats = 5;
    private const int UsualRepeats = 20;

    public static Command Create()
    {
        var ids = new Argument<string[]>("ID") { Description = "Questions. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        var repeats = new Option<int>("--repeats")
        {
            Description = $"Evaluations of each known model, at least {FewestRepeats}.",
            DefaultValueFactory = _ => UsualRepeats,
        };
        var evidence = new Option<DirectoryInfo[]>("--evidence")
        {
            Description = "Folders of evidence: tells whose grade would move.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "DIR",
        };
        var write = new Option<bool>("--write") { Description = "Writes proposed thresholds into the YAML; nothing else of it changes." };
        var command = new Command(
            "tune",
            """
            Proposes thresholds for the metrics of models: known models, right and wrong ones, are evaluated many times with songs divided anew, and a right one
            has to pass with a probability of 99.9 %. Draws their values with the thresholds. Of criteria of prose it tells precision and recall on the marked
            answers, and the cut at which both are best; the cuts in use are common to all and learnt by `rubric learn`. What was evaluated before is kept: 20
            evaluations of nine models on 5,000 songs take some minutes, and the second time seconds.

            Examples: hitsongs rubric tune evaluation/hit-songs/2-model
                      hitsongs rubric tune evaluation/hit-songs/2-model --evidence batch/*/evidence --write
            """)
        {
            ids, repeats, evidence, write, SharedOptions.Rubric, SharedOptions.Data, SharedOptions.Mapping, SharedOptions.Out,
        };
        command.SetAction((parsed, cancel) =>
        {
            var workplace = Workplace.Find();
            var chosen = new TuneOptions(
                SharedOptions.RubricOf(parsed, workplace),
                parsed.GetValue(ids) ?? [],
                Enough(parsed.GetValue(repeats)),
                SharedOptions.DataOf(parsed, workplace),
                SharedOptions.MappingOf(parsed),
                [.. (parsed.GetValue(evidence) ?? []).Select(folder => folder.FullName)],
                parsed.GetValue(write),
                SharedOptions.OutOf(parsed, workplace),
                workplace.Cache);
            TuneRun.Run(chosen, cancel);
            return Task.FromResult(0);
        });
        return command;
    }

    private static int Enough(int repeats) => repeats >= FewestRepeats
        ? repeats
        : throw new UsageException($"--repeats {repeats} says too little of chance: at least {FewestRepeats} are needed");
}
