using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using static HitSongs.Tests.Workflows.Workflow;

namespace HitSongs.Tests.Workflows;

/// <summary>What every workflow of the repository keeps to, so that a stranger's pull request gains nothing by it.</summary>
internal static partial class WorkflowRules
{
    private static readonly string[] RootKeys = ["name", "on", "permissions", "concurrency", "env", "defaults", "jobs", "run-name"];
    private static readonly string[] JobKeys =
    [
        "name", "needs", "if", "runs-on", "permissions", "environment", "concurrency", "outputs", "env", "defaults", "steps", "timeout-minutes",
        "strategy", "continue-on-error", "container", "services",
    ];
    private static readonly string[] StepKeys =
        ["id", "if", "name", "uses", "run", "working-directory", "shell", "with", "env", "continue-on-error", "timeout-minutes"];
    private static readonly string[] Contexts =
    [
        "github", "env", "vars", "job", "jobs", "steps", "runner", "secrets", "strategy", "matrix", "needs", "inputs",
        "hashFiles", "always", "success", "failure", "cancelled", "format", "join", "toJSON", "fromJSON", "contains", "startsWith", "endsWith",
    ];

    /// <summary>Every fault, in words.</summary>
    public static IEnumerable<string> FaultsOf(Workflow workflow) =>
        [.. Keys(workflow), .. Permissions(workflow), .. Jobs(workflow), .. Steps(workflow), .. Events(workflow), .. Expressions(workflow)];

    private static IEnumerable<string> Keys(Workflow workflow) =>
    [
        .. Workflow.Keys(workflow.Root).Except(RootKeys).Select(key => $"unknown key {key}"),
        .. workflow.Jobs.SelectMany(job => Workflow.Keys(job.Job).Except(JobKeys).Select(key => $"job {job.Id}: unknown key {key}")),
        .. workflow.Steps.SelectMany(step => Workflow.Keys(step.Step).Except(StepKeys).Select(key => $"a step of {step.Job}: unknown key {key}")),
        .. ((string[])["name", "on", "permissions", "concurrency", "jobs"]).Except(Workflow.Keys(workflow.Root)).Select(key => $"{key} is missing"),
    ];

    private static IEnumerable<string> Permissions(Workflow workflow)
    {
        var asked = workflow.Jobs.Select(job => Get(job.Job, "permissions")).Prepend(Get(workflow.Root, "permissions")).OfType<YamlNode>().ToList();
        if (asked.Exists(permissions => permissions is not YamlMappingNode))
        {
            yield return "permissions are named one by one";
        }

        var writes = asked
            .OfType<YamlMappingNode>()
            .SelectMany(map => map.Children)
            .Where(one => Text(one.Value) == "write")
            .Select(one => Text(one.Key)!)
            .ToList();
        if (Texts(Get(workflow.Root, "permissions")).Contains("write"))
        {
            yield return "a permission to write is a job's own";
        }

        if (writes.Contains("contents") || writes.Contains("id-token") || writes.Contains("packages") || writes.Contains("actions"))
        {
            yield return "no workflow writes to the repository, its packages or its runs";
        }

        if (writes.Count > 0 && workflow.Events.Contains("pull_request"))
        {
            yield return "what a pull request starts only reads";
        }
    }

    private static IEnumerable<string> Jobs(Workflow workflow)
    {
        foreach (var (id, job) in workflow.Jobs)
        {
            if (!int.TryParse(Text(Get(job, "timeout-minutes")), out var minutes) || minutes is < 1 or > 360)
            {
                yield return $"job {id} has no time limit";
            }

            if (Text(Get(job, "runs-on")) is not { } machine || !Machine().IsMatch(machine))
            {
                yield return $"job {id} runs on no fixed image of GitHub's";
            }
        }
    }

    private static IEnumerable<string> Steps(Workflow workflow)
    {
        foreach (var (job, step) in workflow.Steps)
        {
            var (uses, run, with) = (Text(Get(step, "uses")), Text(Get(step, "run")), Get(step, "with"));
            if (uses is null == run is null)
            {
                yield return $"a step of {job} has not one of uses and run";
            }

            if (uses is not null && !Pinned().IsMatch(uses))
            {
                yield return $"{uses} is not pinned by the SHA of a commit";
            }

            if (run?.Contains("${{", StringComparison.Ordinal) == true)
            {
                yield return $"a script of {job} has an expression put into it: hand it over in env";
            }

            if (uses?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true && Text(Get(with, "persist-credentials")) != "false")
            {
                yield return $"a checkout of {job} leaves its token behind";
            }

            if (uses?.StartsWith("actions/cache", StringComparison.Ordinal) == true || Texts(Get(with, "cache")).Any(cache => cache != "false"))
            {
                yield return $"a step of {job} keeps a cache, which a fork could fill or read";
            }
        }
    }

    private static IEnumerable<string> Events(Workflow workflow)
    {
        if (workflow.Events.Contains("pull_request_target") || workflow.Events.Contains("issue_comment"))
        {
            yield return "pull_request_target and issue_comment bring secrets beside a stranger's code";
        }

        if (
            workflow.Events.Contains("pull_request")
            && Texts(workflow.Root).Any(text => text.Contains("secrets.", StringComparison.Ordinal) || text == "inherit")
        )
        {
            yield return "what a pull request starts has no secrets";
        }

        if (!workflow.Events.Contains("workflow_run"))
        {
            yield break;
        }

        foreach (var (job, step) in workflow.Steps)
        {
            var given = string.Join('\n', Texts(Get(step, "with")));
            var foreign = ((string[])["workflow_run", "pull_request", "head"]).Any(word => given.Contains(word, StringComparison.Ordinal));
            var fetches =
                Foreign().IsMatch(Text(Get(step, "run")) ?? "")
                || Text(Get(step, "uses"))?.StartsWith("actions/download-artifact", StringComparison.Ordinal) == true;
            if (foreign || fetches)
            {
                yield return $"a step of {job} brings a pull request's files beside a token that writes";
            }
        }
    }

    private static IEnumerable<string> Expressions(Workflow workflow)
    {
        foreach (var text in Texts(workflow.Root).Where(text => text.Contains("${{", StringComparison.Ordinal)))
        {
            var found = Expression().Matches(text);
            if (found.Count != text.Split("${{").Length - 1)
            {
                yield return $"an expression does not end: {text}";
            }

            foreach (var name in found.Select(match => match.Groups["name"].Value).Where(name => !Contexts.Contains(name)))
            {
                yield return $"unknown context {name}";
            }
        }
    }

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$", RegexOptions.NonBacktracking)]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^ubuntu-\d\d\.04$", RegexOptions.NonBacktracking)]
    private static partial Regex Machine();

    [GeneratedRegex(
        @"\bgit (fetch|pull|clone|checkout)\b|\bgh (pr checkout|run download)\b|unzip",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\$\{\{\s*!?(?<name>[A-Za-z_]+)[^}]*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Expression();
}
