using HitSongs.Commands;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Assigning;

/// <summary>A folder as a branch whose only commit has no parent: the history of the evaluator's repository is not in it.</summary>
internal static class OrphanBranch
{
    /// <param name="repository">A Git repository.</param>
    /// <param name="folder">What the branch holds.</param>
    /// <param name="branch">The name of a branch that is not there yet.</param>
    /// <returns>The commit's id.</returns>
    /// <exception cref="UsageException">There is no Git, no repository, or such a branch already.</exception>
    public static string Create(string repository, string folder, string branch)
    {
        using var temporary = new TemporaryFolder();
        var index = Path.Combine(temporary.Path, "index");
        if (Git(repository, folder, index, "rev-parse", "--verify", "--quiet", $"refs/heads/{branch}").Succeeded)
        {
            throw new UsageException($"there is a branch {branch} already: name another with --fork BRANCH");
        }

        Run("add", "--all", "--force", ".");
        var commit = Run("commit-tree", Run("write-tree"), "-m", "Ask the questions");
        Run("update-ref", $"refs/heads/{branch}", commit, "");
        return commit;

        string Run(params string[] arguments) =>
            Git(repository, folder, index, arguments) is { Succeeded: true, Output: var output }
                ? output.Trim()
                : throw new UsageException($"git {arguments[0]} did not work in {repository}");
    }

    private static CommandResult Git(string repository, string folder, string index, params string[] arguments)
    {
        string[] places = ["-C", folder, "--git-dir", Path.Combine(Path.GetFullPath(repository), ".git"), "--work-tree", Path.GetFullPath(folder)];
        var command = new SystemCommand("git", [.. places, .. arguments])
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_INDEX_FILE"] = index },
        };
        return command.RunAsync(CancellationToken.None).GetAwaiter().GetResult()
            ?? throw new UsageException("git was not found: install it, or leave --fork out");
    }
}
