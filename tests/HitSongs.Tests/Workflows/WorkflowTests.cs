using System.Text.RegularExpressions;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Workflows;

public sealed partial class WorkflowTests
{
    private const string Sound = """
        name: Sound
        on:
          pull_request:
        permissions:
          contents: read
        concurrency: one
        jobs:
          test:
            runs-on: ubuntu-24.04
            timeout-minutes: 5
            steps:
              - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
                with:
                  ref: ${{ github.sha }}
                  persist-credentials: false
              - run: echo done
                env:
                  TITLE: ${{ github.event.pull_request.title }}
        """;

    private static IEnumerable<string> Files =>
        Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows")).Select(path => Path.GetFileName(path));

    [TestCaseSource(nameof(Files))]
    public void A_workflow_of_the_repository_keeps_to_every_rule(string file) =>
        Assert.That(WorkflowRules.FaultsOf(Workflow.Parse(Read(file))), Is.Empty);

    [Test]
    public void The_workflow_in_a_candidates_repository_keeps_to_every_rule() =>
        Assert.That(WorkflowRules.FaultsOf(Workflow.Parse(HitSongs.Collecting.Assigning.CandidatesReadme.Workflow)), Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void Pinned_actions_say_which_version_they_are(string file) =>
        Assert.That(Read(file).Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal) && !Version().IsMatch(line)), Is.Empty);

    [Test]
    public void One_action_has_one_pin_in_all_workflows() =>
        Assert.That(
            Files
                .SelectMany(file => Workflow.Parse(Read(file)).Steps)
                .Select(step => Workflow.Text(Workflow.Get(step.Step, "uses")))
                .OfType<string>()
                .Distinct()
                .Select(uses => uses.Split('@')[0]),
            Is.Unique
        );

    [Test]
    public void A_sound_workflow_has_no_fault() => Assert.That(WorkflowRules.FaultsOf(Workflow.Parse(Sound)), Is.Empty);

    [TestCase("@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "@v5", "not pinned")]
    [TestCase("@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "@08c6903", "not pinned")]
    [TestCase("permissions:\n  contents: read\n", "", "permissions is missing")]
    [TestCase("permissions:\n  contents: read\n", "permissions: write-all\n", "one by one")]
    [TestCase("contents: read", "contents: write", "only reads")]
    [TestCase("contents: read", "checks: write", "only reads")]
    [TestCase("    timeout-minutes: 5\n", "", "no time limit")]
    [TestCase("timeout-minutes: 5", "timeout-minutes: 9999", "no time limit")]
    [TestCase("runs-on: ubuntu-24.04", "runs-on: self-hosted", "no fixed image")]
    [TestCase("runs-on: ubuntu-24.04", "runs-on: ubuntu-latest", "no fixed image")]
    [TestCase("run: echo done", "run: echo ${{ github.event.pull_request.title }}", "expression put into it")]
    [TestCase("persist-credentials: false", "persist-credentials: true", "leaves its token")]
    [TestCase("persist-credentials: false", "persist-credentials: false\n          cache: true", "keeps a cache")]
    [TestCase("pull_request:", "pull_request_target:", "bring secrets")]
    [TestCase("TITLE: ${{ github.event.pull_request.title }}", "TOKEN: ${{ secrets.TOKEN }}", "no secrets")]
    [TestCase("pull_request:", "workflow_run:\n    workflows: [Sound]", null)]
    [TestCase("concurrency: one\n", "", "concurrency is missing")]
    [TestCase("${{ github.sha }}", "${{ github.sha }", "does not end")]
    [TestCase("${{ github.sha }}", "${{ githup.sha }}", "unknown context githup")]
    [TestCase("timeout-minutes", "timeout_minutes", "unknown key timeout_minutes")]
    [TestCase("- run: echo done", "- rum: echo done", "unknown key rum")]
    public void A_rule_finds_what_it_is_for(string from, string to, string? fault)
    {
        var faults = WorkflowRules.FaultsOf(Workflow.Parse(Sound.Replace(from, to, StringComparison.Ordinal)));

        Assert.That(faults, fault is null ? Is.Empty : Has.Some.Contains(fault));
    }

    [TestCase("${{ github.sha }}", "${{ github.event.workflow_run.head_sha }}")]
    [TestCase("${{ github.sha }}", "refs/pull/1/head")]
    [TestCase("run: echo done", "run: gh pr checkout 1")]
    [TestCase("run: echo done", "run: git fetch origin pull/1/head")]
    [TestCase("actions/checkout@", "actions/download-artifact@")]
    public void The_half_that_writes_brings_no_files_of_a_pull_request(string from, string to)
    {
        var trusted = Sound
            .Replace("pull_request:\n", "workflow_run:\n    workflows: [Grade]\n", StringComparison.Ordinal)
            .Replace(from, to, StringComparison.Ordinal);

        Assert.That(WorkflowRules.FaultsOf(Workflow.Parse(trusted)), Has.Some.Contains("beside a token that writes"));
    }

    [Test]
    public void The_two_halves_know_each_other_by_name()
    {
        var (grade, publish) = (Workflow.Parse(Read("grade.yml")), Workflow.Parse(Read("publish-grade.yml")));

        Assert.Multiple(() =>
        {
            Assert.That(
                Workflow.Texts(Workflow.Get(Workflow.Get(publish.Root["on"], "workflow_run"), "workflows")),
                Is.EqualTo([Workflow.Text(grade.Root["name"])])
            );
            Assert.That(Read("grade.yml"), Does.Contain($"name: {HitSongs.Reporting.PullRequests.GradeArtifact.Name}\n"));
        });
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", file));

    [GeneratedRegex(@"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
