using System.Text.Json.Nodes;
using HitSongs.Reporting.Exports;

namespace HitSongs.Reporting.PullRequests;

/// <summary>Tells a pull request the grade that its own, untrusted run computed: one comment, which is updated, and one check.</summary>
/// <param name="Rubric">The hash of the repository's own rubric.</param>
internal sealed record GradePublisher(GitHubApi GitHub, string Rubric)
{
    private const string Check = "HitSongs (advisory)";
    private const string Bot = "github-actions[bot]";

    /// <summary>An artifact that is larger than this is not fetched.</summary>
    private const long MaxArtifactBytes = 2 << 20;

    /// <param name="run">The workflow run that left the artifact.</param>
    /// <returns>What was done, in one line; and whether the artifact held a grade.</returns>
    /// <exception cref="HarnessException">GitHub did not answer as it should.</exception>
    public async Task<(string Done, bool Graded)> PublishAsync(long run, CancellationToken cancel)
    {
        var about = await GitHub.GetAsync($"actions/runs/{run}", cancel);
        var head = Text(about, "head_sha");
        if (Text(about, "event") != "pull_request" || head is not { Length: 40 or 64 } || !head.All(char.IsAsciiHexDigitLower))
        {
            return ($"run {run} is of no pull request: nothing to tell", true);
        }

        if (await PullRequestAsync(head, cancel) is not { } number)
        {
            return ($"no open pull request has the head {head}: it was pushed to again, or closed", true);
        }

        var (graded, refusal) = await GradeAsync(run, cancel);
        var body = PullRequestComment.Write(graded, refusal, Rubric, head);
        await CommentAsync(number, body, cancel);
        await CheckAsync(head, graded, body, cancel);
        return ($"pull request {number}: {PullRequestComment.Title(graded)}{(refusal is null ? "" : $", {refusal}")}", graded is not null);
    }

    // What the artifact says of its pull request would be the word of who made it, and a run of a fork names none.
    private async Task<int?> PullRequestAsync(string head, CancellationToken cancel)
    {
        await foreach (var pull in GitHub.ListAsync("pulls?state=open", null, cancel))
        {
            if (pull["head"] is JsonObject at && Text(at, "sha") == head)
            {
                return (int)Number(pull, "number");
            }
        }

        return null;
    }

    private async Task<(Graded? Grade, string? Refusal)> GradeAsync(long run, CancellationToken cancel)
    {
        await foreach (var artifact in GitHub.ListAsync($"actions/runs/{run}/artifacts", "artifacts", cancel))
        {
            if (Text(artifact, "name") == GradeArtifact.Name)
            {
                return Number(artifact, "size_in_bytes") > MaxArtifactBytes
                    ? (null, $"its artifact is larger than {MaxArtifactBytes >> 20} MiB")
                    : GradeArtifact.Read(await GitHub.BytesAsync($"actions/artifacts/{Number(artifact, "id")}/zip", cancel));
            }
        }

        return (null, "it has no artifact of that name, so it failed before it graded");
    }

    private async Task CommentAsync(int number, string body, CancellationToken cancel)
    {
        var content = new JsonObject { ["body"] = body };
        await foreach (var comment in GitHub.ListAsync($"issues/{number}/comments", null, cancel))
        {
            // Anyone may write the mark; only our own comment is taken up again.
            var isOurs = comment["user"] is JsonObject author && Text(author, "login") == Bot;
            if (isOurs && Text(comment, "body")?.StartsWith(PullRequestComment.Mark, StringComparison.Ordinal) == true)
            {
                await GitHub.SendAsync(HttpMethod.Patch, $"issues/comments/{Number(comment, "id")}", content, cancel);
                return;
            }
        }

        await GitHub.SendAsync(HttpMethod.Post, $"issues/{number}/comments", content, cancel);
    }

    // Neutral whatever the points: a green check would say more than is known.
    private Task CheckAsync(string head, Graded? graded, string body, CancellationToken cancel)
    {
        var check = new JsonObject
        {
            ["name"] = Check,
            ["head_sha"] = head,
            ["status"] = "completed",
            ["conclusion"] = "neutral",
            ["output"] = new JsonObject { ["title"] = PullRequestComment.Title(graded), ["summary"] = body },
        };
        return GitHub.SendAsync(HttpMethod.Post, "check-runs", check, cancel);
    }

    private static string? Text(JsonObject of, string name) => of[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static long Number(JsonObject of, string name) =>
        of[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : throw new HarnessException($"GitHub's answer has no number {name}");
}
