using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Cli.Review;
using HitSongs.Cli.Terminal;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.RubricFiles;
using HitSongs.Reporting.Review;

namespace HitSongs.Cli.Commands;

/// <summary>Where a person marks what waits for one.</summary>
internal static class ReviewCommand
{
    private static readonly Argument<DirectoryInfo[]> Folders = new("DIR")
    {
        Description = "Folders written by collect, grade or batch. Default: artifacts/.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private static readonly Option<string?> Reviewer = new("--reviewer") { Description = "Who marks. Default: the user of this machine.", HelpName = "NAME" };
    private static readonly Option<bool> Second = new("--second")
    {
        Description = "A second reading: what others have marked and you have not, without showing you their points.",
    };
    private static readonly Option<bool> Terminal = new("--terminal") { Description = "Ask here and not in a browser." };

    public static Command Create()
    {
        var command = new Command("review", """
            Opens a page on which a person marks what waits for one, the most valuable first: on this machine alone. Marks are written to marks.yaml beside
            the evidence; regrade and grade count them.

            Examples: hitsongs review
                      hitsongs review artifacts/batch --reviewer Ada
                      hitsongs review artifacts/batch --reviewer Ben --second
                      hitsongs review --terminal
            """)
        {
            Folders, SharedOptions.Rubric, Reviewer, Second, Terminal,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var workplace = Workplace.Find();
            string[] named = parsed.GetValue(Folders) is { Length: > 0 } some ? [.. some.Select(folder => folder.FullName)] : [workplace.Artifacts];
            var folders = EvidenceFolders.Find(named);
            var reviewer = ReviewerOf(parsed);
            var rubric = RubricOutline.Open(SharedOptions.RubricOf(parsed, workplace));
            ReviewDesk desk;
            using (var display = new WorkDisplay("reading submissions", folders.Count))
            {
                desk = ReviewDesk.Open(rubric, folders, parsed.GetValue(Second) ? reviewer : null, display.Done);
            }

            await (parsed.GetValue(Terminal)
                ? new ReviewTerminal(desk, reviewer, Console.In, Console.Out).RunAsync(cancel)
                : ServeAsync(desk, reviewer, cancel));
            return 0;
        });
        return command;
    }

    private static async Task ServeAsync(ReviewDesk desk, string reviewer, CancellationToken cancel)
    {
        await using var server = await ReviewServer.StartAsync(desk, reviewer, cancel);
        Console.Out.WriteLine(server.Address);
        Console.Error.WriteLine($"{desk.Queue.Count:N0} wait for a person. Open the address above in a browser on this machine; Ctrl-C ends.");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"{desk.Written:N0} marks were written. `hitsongs regrade` counts them.");
        }
    }

    private static string ReviewerOf(ParseResult parsed) =>
        parsed.GetValue(Reviewer) is not { } named ? Environment.UserName
        : string.IsNullOrWhiteSpace(named) || named.Length > 100 ? throw new UsageException("--reviewer takes a name of at most 100 characters")
        : named.Trim();
}
