using System.CommandLine;
using HitSongs.Collecting.Forks;
using HitSongs.Reporting.Exports;

namespace HitSongs.Cli.Commands;

/// <summary>Takes the answers out of a fork, so that nothing else of it is there when it is graded.</summary>
internal static class ForkCommand
{
    private const int Shown = 20;

    public static Command Create()
    {
        var fork = new Argument<string>("PATH") { Description = "A checked-out fork: a folder that holds answers/." };
        var target = new Option<string>("--out")
        {
            Description = "Where the answers go: an empty folder, or one that does not exist.",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Command("fork", """
            Copies the answers of a fork: regular files below answers/, and nothing else of it. Links, devices and what is too large are left out and named.

            Example: hitsongs fork ../candidate --out artifacts/candidate && hitsongs grade artifacts/candidate
            """)
        {
            fork, target,
        };
        command.SetAction(parsed =>
        {
            var answers = ForkAnswers.Take(parsed.GetValue(fork)!, parsed.GetValue(target)!);
            foreach (var (path, why) in answers.Left.Take(Shown))
            {
                Console.Error.WriteLine($"left out: {PlainText.OneLine(path, 300)} ({why})");
            }

            Console.Out.WriteLine($"{answers.Taken.Count} files taken, {answers.Left.Count} left out");
            return 0;
        });
        return command;
    }
}
