using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Assigning;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Expectations;
using HitSongs.Collecting.Sandboxing;

namespace HitSongs.Cli.Commands;

internal static class AssignCommand
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "An empty folder for it.",
            HelpName = "DIR",
            Required = true,
        };
        var fork = new Option<string?>("--fork") { Description = "Also keep it as a branch of this repository, without any history.", HelpName = "BRANCH" };
        var command = new Command(
            "assign",
            """
            Makes the repository for candidates: prompts, blank answers, stubs, starter notebooks; no answers, no examples, no expectations.

            Examples: hitsongs assign --out ../evaluation
                      hitsongs assign --out ../evaluation --fork candidates
            """
        )
        {
            folder,
            fork,
            SharedOptions.Rubric,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var workplace = Workplace.Find();
                var (to, rubric) = (parsed.GetValue(folder)!.FullName, SharedOptions.RubricOf(parsed, workplace));
                var sandbox = SandboxChoice.Choose(SandboxKind.Auto, _ => { });
                var loader = new ExpectationLoader(sandbox, new Compiler(sandbox), rubric, Path.Combine(workplace.Cache, "expectations"));
                using (new LiveLine("drawing inputs"))
                {
                    await new Assignment(workplace.Root, rubric, loader).WriteAsync(to, cancel);
                }

                Console.Out.WriteLine($"written: {to}");
                if (parsed.GetValue(fork) is { } branch)
                {
                    Console.Out.WriteLine($"branch {branch}: commit {OrphanBranch.Create(workplace.Root, to, branch)}");
                }

                return 0;
            }
        );
        return command;
    }
}
