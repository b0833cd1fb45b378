using System.CommandLine;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Forks;

namespace HitSongs.Cli.Options;

/// <summary>The options of the verbs that run a submission.</summary>
internal sealed class CollectOptions
{
    private readonly Argument<string?> submission = new("PATH|URL")
    {
        Description =
            "The submission: a folder that holds answers/, or a repository to fetch, with #NUMBER for a pull request. Default: the one around the current "
                + "folder, else this repository.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> timeout = new("--timeout") { Description = "Seconds that each program may take, instead of the rubric's.", HelpName = "S" };
    private readonly Option<int?> seed = new("--seed")
    {
        Description = "What inputs and folds are drawn from; default: drawn anew for every run.",
        HelpName = "N",
    };

    public CollectOptions(Command command)
    {
        timeout.Validators.Add(result => RequireAtLeast(result, timeout, 1));
        seed.Validators.Add(result => RequireAtLeast(result, seed, 0));
        command.Arguments.Add(submission);
        Option[] all = [SharedOptions.Only, SharedOptions.Data, SharedOptions.Out, SharedOptions.Rubric, timeout, SharedOptions.Sandbox, seed];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }

        ReaderOption.AddTo(command);
    }

    public async Task<GradeOptions> ReadAsync(ParseResult parsed, CancellationToken cancel)
    {
        var workplace = Workplace.Find();
        var named =
            parsed.GetValue(submission) is { } text && !Directory.Exists(text) && FetchedFork.IsMeant(text)
                ? await FetchedFork.FetchAsync(text, cancel)
                : parsed.GetValue(submission);
        var graded = Path.TrimEndingDirectorySeparator(Path.GetFullPath(named ?? workplace.SubmissionHere()));
        workplace = workplace.For([graded], parsed.GetValue(SharedOptions.Rubric));
        return new GradeOptions(
            graded,
            SharedOptions.RubricOf(parsed, workplace),
            SharedOptions.DataOf(parsed, workplace),
            OutOf(parsed, workplace),
            workplace.Cache,
            parsed.GetValue(SharedOptions.Only) ?? [],
            parsed.GetValue(timeout),
            parsed.GetValue(SharedOptions.Sandbox),
            parsed.GetValue(seed))
        {
            Reader = await ReaderOption.OpenAsync(parsed, workplace.Cache, cancel),
        };
    }

    // A part of the questions must not take the place of the full result.
    private static string OutOf(ParseResult parsed, Workplace workplace) =>
        parsed.GetValue(SharedOptions.Out) is null && parsed.GetValue(SharedOptions.Only) is { Length: > 0 }
            ? Path.Combine(workplace.Artifacts, "only")
            : SharedOptions.OutOf(parsed, workplace);

    private static void RequireAtLeast(System.CommandLine.Parsing.OptionResult result, Option<int?> option, int least)
    {
        // What is no number at all is told by the parser itself.
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number < least)
        {
            result.AddError($"{option.Name} takes a whole number from {least} on");
        }
    }
}
