using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Grading.RubricFiles;

namespace HitSongs.Cli.Commands;

internal static class RubricCommand
{
    public static Command Create() =>
        new("rubric", "Looks after the rubric.") { Check(), TryCommand.Create(), LearnCommand.Create(), TuneCommand.Create(), ContentsCommand.Create() };

    private static Command Check()
    {
        var samples = new Option<bool>("--samples") { Description = "Also grade the marked samples beside the questions, and compare with their marks." };
        var heldOut = new Option<bool>("--held-out") { Description = "Only the samples that are held out; without it, only the others." };
        var statements = new Option<bool>("--statements")
        {
            Description = "Also grade each example of the rubric as if it were not in it, and name those that it gets wrong.",
        };
        var attacks = new Option<bool>("--attacks")
        {
            Description = "Also grade texts that are made to earn points without knowledge, and tell what they earn.",
        };
        var mutate = new Option<bool>("--mutate")
        {
            Description = "Also weakens every criterion in turn, and names what no sample, attack or wrong submission notices; exits 1 then. At most some "
                + "minutes the first time, and seconds where nothing has changed.",
        };
        var evidence = new Option<DirectoryInfo?>("--evidence")
        {
            Description = "For --mutate, the evidence of a right submission. Default: artifacts/evidence, as `hitsongs collect` writes it.",
            HelpName = "DIR",
        };
        var only = new Option<string[]>("--only")
        {
            Description = "For --mutate, only these questions.",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var check = new Command(
            "check",
            """
            Reads the rubric and names every fault with file and line.

            Examples: hitsongs rubric check
                      hitsongs rubric check --samples
                      hitsongs rubric check --mutate --only evaluation/hit-songs/2-model
                      hitsongs rubric check --samples --reader http://localhost:8000/v1
            """)
        {
            SharedOptions.Rubric, samples, heldOut, statements, attacks, mutate, evidence, only, SharedOptions.Data,
        };
        ReaderOption.AddTo(check);
        check.SetAction(async (parsed, cancel) =>
        {
            if (ReaderOption.IsGiven(parsed) && !parsed.GetValue(samples))
            {
                throw new UsageException("--reader measures a second reader on marked samples: add --samples");
            }

            var workplace = Workplace.Find();
            var folder = SharedOptions.RubricOf(parsed, workplace);
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
            Console.Out.WriteLine(
                $"{rubric.Title}: {rubric.Questions.Count()} questions, {rubric.Questions.Sum(q => q.Criteria.Count)} criteria, "
                    + $"{rubric.Questions.Sum(q => q.Criteria.Sum(c => c.Points)):0.##} points; no faults"
            );
            if (parsed.GetValue(samples))
            {
                using var reader = await ReaderOption.OpenAsync(parsed, workplace.Cache, cancel);
                var work = new ReaderWork(reader);
                await SampleTable.WriteAsync(folder, rubric, parsed.GetValue(heldOut), work, Console.Out, cancel);
            }

            if (parsed.GetValue(statements))
            {
                StatementTable.Write(rubric, Console.Out);
            }

            if (parsed.GetValue(attacks))
            {
                AttackTable.Write(folder, rubric, Console.Out);
            }

            return !parsed.GetValue(mutate) || await MutationTable.WriteAsync(
                folder,
                rubric,
                parsed.GetValue(evidence)?.FullName ?? Path.Combine(workplace.Artifacts, "evidence"),
                parsed.GetValue(only) ?? [],
                SharedOptions.DataOf(parsed, workplace),
                workplace.Cache,
                cancel) ? 0 : 1;
        });
        return check;
    }
}
