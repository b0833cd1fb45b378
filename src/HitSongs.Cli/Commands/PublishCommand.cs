using System.CommandLine;
using System.Text.RegularExpressions;
using HitSongs.Cli.Options;
using HitSongs.Grading.RubricFiles;
using HitSongs.Reporting.PullRequests;

namespace HitSongs.Cli.Commands;

/// <summary>The trusted half of grading pull requests: publish-grade.yml calls it.</summary>
internal static partial class PublishCommand
{
    public static Command Create()
    {
        var run = new Option<long>("--run") { Description = "The workflow run that graded the pull request.", HelpName = "ID", Required = true };
        var command = new Command("publish", """
            Tells a pull request on GitHub the grade that a run of grade.yml left as an artifact, in one comment and one check.
            The artifact is a stranger's: it is read as data, within bounds. Reads GITHUB_REPOSITORY, GITHUB_TOKEN and GITHUB_API_URL.

            Example: hitsongs publish --run 123456789
            """)
        {
            run, SharedOptions.Rubric,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var repository = Variable("GITHUB_REPOSITORY");
            if (!Repository().IsMatch(repository))
            {
                throw new UsageException("GITHUB_REPOSITORY is not OWNER/NAME");
            }

            var rubric = RubricFolder.Read(SharedOptions.RubricOf(parsed, Workplace.Find())).Sha256;
            using var github = new GitHubApi(Address(), repository, Variable("GITHUB_TOKEN"));
            var (done, graded) = await new GradePublisher(github, rubric).PublishAsync(parsed.GetValue(run), cancel);
            Console.Out.WriteLine(done);
            return graded ? 0 : 1;
        });
        return command;
    }

    private static Uri Address() =>
        Uri.TryCreate(Environment.GetEnvironmentVariable("GITHUB_API_URL") ?? "https://api.github.com", UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
        ? address
        : throw new UsageException("GITHUB_API_URL is no address of an API over HTTPS");

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new UsageException($"the variable {name} is not set: publish runs in a workflow, see .github/workflows/publish-grade.yml");

    [GeneratedRegex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Repository();
}
