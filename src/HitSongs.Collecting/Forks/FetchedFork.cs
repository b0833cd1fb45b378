using System.Text.RegularExpressions;
using HitSongs.Collecting.Untrusted;
using HitSongs.Commands;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Forks;

/// <summary>Fetches a commit of someone's repository with git, into a repository of the harness's own, and takes the answers out of it.</summary>
/// <remarks>Nothing that the other repository configures is obeyed: no hook, filter or submodule of it runs here, and links are not made.</remarks>
internal static partial class FetchedFork
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Whether it names something to fetch: an address, or a folder with the number of a pull request.</summary>
    public static bool IsMeant(string text) => Address().IsMatch(text) || Numbered().IsMatch(text);

    /// <param name="text">URL, PATH#NUMBER or URL#NUMBER; without a number the branch that is checked out there.</param>
    /// <returns>A folder that holds answers/, gone with the process.</returns>
    /// <exception cref="UsageException">Nothing could be fetched, or what was has no answers.</exception>
    public static async Task<string> FetchAsync(string text, CancellationToken cancel)
    {
        var number = Numbered().Match(text);
        var from = number.Success ? text[..number.Index] : text;
        var source = Address().IsMatch(from) ? from : Path.GetFullPath(from);
        var reference = number.Success ? $"refs/pull/{number.Groups["number"].Value}/head" : "HEAD";
        var name = NameOf(source) + (number.Success ? $"-{number.Groups["number"].Value}" : "");
        var folder = new TemporaryFolder().Path;
        var (repository, submission) = (Path.Combine(folder, "repository"), Path.Combine(folder, name));

        await GitAsync(text, ["init", "--quiet", repository], cancel);
        await GitAsync(text, ["-C", repository, "fetch", "--quiet", "--depth", "1", "--no-tags", "--no-recurse-submodules", "--", source, reference], cancel);
        var commit = (await GitAsync(text, ["-C", repository, "rev-parse", "FETCH_HEAD"], cancel)).Trim();
        await GitAsync(text, ["-C", repository, "checkout", "--quiet", "FETCH_HEAD", "--", "answers"], cancel);
        ForkAnswers.Take(repository, submission);
        Directory.CreateDirectory(Path.Combine(submission, ".git"));
        // As git tells a commit that is checked out without a branch.
        await File.WriteAllTextAsync(Path.Combine(submission, ".git", "HEAD"), commit + "\n", cancel);
        return submission;
    }

    private static async Task<string> GitAsync(string text, string[] arguments, CancellationToken cancel)
    {
        string[] safe =
        [
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.symlinks=false",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "protocol.ext.allow=never",
            "-c",
            "filter.lfs.smudge=",
            "-c",
            "filter.lfs.required=false",
        ];
        var command = new SystemCommand("git", [.. safe, .. arguments])
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_TERMINAL_PROMPT"] = "0", ["GIT_CONFIG_NOSYSTEM"] = "1" },
            Limit = Limit,
        };
        try
        {
            return await command.RunAsync(cancel) switch
            {
                null => throw new UsageException("git is not on the PATH: install it, or fetch the fork yourself and name its folder"),
                { Succeeded: true, Output: var output } => output,
                { Errors: var errors } => throw new UsageException(
                    $"{text} cannot be fetched: git says {UntrustedText.OneLine(errors)}. Check the address, the number, and whether it holds answers/"
                ),
            };
        }
        catch (TimeoutException)
        {
            throw new UsageException($"{text} could not be fetched within {Limit.TotalMinutes:0} minutes");
        }
    }

    private static string NameOf(string source)
    {
        var last = source.TrimEnd('/').Split('/', ':')[^1];
        var name = string.Concat(
            (last.EndsWith(".git", StringComparison.Ordinal) ? last[..^4] : last).Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        );
        return name.Length > 0 ? name : "fork";
    }

    [GeneratedRegex(@"^(https?|ssh|git|file)://|^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"#(?<number>[0-9]{1,9})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
