using HitSongs.Reporting.PullRequests;
using HitSongs.Tests.Reporting.Exports;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting.PullRequests;

public sealed class GradePublisherTests
{
    private static readonly string Rubric = SampleGrades.Sample.Grade.Rubric.Sha256;
    private LoopbackGitHub github = null!;

    [SetUp]
    public void StartServer() => github = new LoopbackGitHub();

    [TearDown]
    public void StopServer() => github.Dispose();

    [Test]
    public async Task The_pull_request_of_the_head_gets_one_comment_and_one_neutral_check()
    {
        github.AddRun(ArtifactZip.Of(SampleGrades.Sample));

        var (done, graded) = await PublishAsync();

        var comment = github.Changes[0].Content["body"]!.ToString();
        var check = github.Changes[1].Content;
        Assert.Multiple(() =>
        {
            Assert.That(graded, Is.True);
            Assert.That(done, Does.Contain("pull request 12: 19.5 of 35 points (advisory)"));
            Assert.That(github.Changes.Select(change => change.Call), Is.EqualTo(["POST issues/12/comments", "POST check-runs"]));
            Assert.That(
                comment,
                Does.StartWith(PullRequestComment.Mark).And.Contain("19.5 of 35 points").And.Contain("Advisory").And.Not.Contain("another rubric")
            );
            Assert.That(check["head_sha"]!.ToString(), Is.EqualTo(LoopbackGitHub.Head));
            Assert.That(check["conclusion"]!.ToString(), Is.EqualTo("neutral"));
            Assert.That(github.Tokens, Is.EqualTo(["Bearer secret"]));
        });
    }

    [Test]
    public async Task Its_own_comment_is_updated_and_one_that_a_stranger_marked_is_not()
    {
        const string comments = $$"""
            [
              {"id":1,"user":{"login":"stranger"},"body":"{{PullRequestComment.Mark}}"},
              {"id":2,"user":{"login":"github-actions[bot]"},"body":"hello {{PullRequestComment.Mark}}"},
              {"id":3,"user":{"login":"github-actions[bot]"},"body":"{{PullRequestComment.Mark}}\nold"}
            ]
            """;
        github.AddRun(ArtifactZip.Of(SampleGrades.Sample), comments);

        await PublishAsync();

        Assert.That(github.Changes[0].Call, Is.EqualTo("PATCH issues/comments/3"));
    }

    [Test]
    public async Task A_grade_by_another_rubric_says_so_above_its_points()
    {
        github.AddRun(ArtifactZip.Of(SampleGrades.Sample));

        await PublishAsync(rubric: new string('f', 64));

        Assert.That(github.Changes[0].Content["body"]!.ToString(), Does.Contain("by another rubric").And.Contain("19.5 of 35"));
    }

    [Test]
    public async Task A_hostile_artifact_becomes_no_markup_of_the_comment()
    {
        github.AddRun(ArtifactZip.Of(SampleGrades.WithText(SampleGrades.Hostile)));

        await PublishAsync();

        var body = github.Changes[0].Content["body"]!.ToString();
        var document = Markdown.Parse(body, new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build());
        Assert.Multiple(() =>
        {
            Assert.That(document.Descendants<LinkInline>(), Is.Empty);
            Assert.That(document.Descendants<HtmlInline>(), Is.Empty);
            Assert.That(document.Descendants<HtmlBlock>().Count(), Is.EqualTo(1), "its own mark");
            Assert.That(
                document.Descendants<LiteralInline>().Select(text => text.Content.ToString()),
                Has.None.Contains("@all").And.None.Contains("::error::")
            );
        });
    }

    [Test]
    public async Task An_artifact_that_is_no_grade_is_told_in_words_of_our_own_and_ends_as_a_fault()
    {
        github.AddRun(ArtifactZip.Of(("grade.json", "{\"schema\":\"@everyone\"}")));

        var (_, graded) = await PublishAsync();

        Assert.That(graded, Is.False);
        Assert.That(
            github.Changes[0].Content["body"]!.ToString(),
            Does.Contain("No grade").And.Contain("no grade of the current schema").And.Not.Contain("everyone")
        );
    }

    [Test]
    public async Task An_artifact_of_many_megabytes_is_not_fetched()
    {
        github.AddRun(ArtifactZip.Of(SampleGrades.Sample));
        github.Say("actions/runs/42/artifacts", """{"artifacts":[{"id":7,"name":"grade","size_in_bytes":999999999}]}""");
        github.Answers.Remove("actions/artifacts/7/zip");

        await PublishAsync();

        Assert.That(github.Changes[0].Content["body"]!.ToString(), Does.Contain("larger than 2 MiB"));
    }

    [Test]
    public async Task A_run_without_artifact_is_told_as_one_that_failed_before_it_graded()
    {
        github.AddRun([]);
        github.Say("actions/runs/42/artifacts", """{"artifacts":[]}""");

        await PublishAsync();

        Assert.That(github.Changes[0].Content["body"]!.ToString(), Does.Contain("failed before it graded"));
    }

    [TestCase("actions/runs/42", """{"event":"push","head_sha":"3f786850e387550fdab836ed7e6dc881de23001b"}""", "no pull request")]
    [TestCase("actions/runs/42", """{"event":"pull_request","head_sha":"main"}""", "no pull request")]
    [TestCase("pulls?state=open", "[]", "pushed to again, or closed")]
    public async Task Nothing_is_told_where_no_open_pull_request_has_that_head(string path, string answer, string why)
    {
        github.AddRun(ArtifactZip.Of(SampleGrades.Sample));
        github.Say(path, answer);

        var (done, _) = await PublishAsync();

        Assert.That(done, Does.Contain(why));
        Assert.That(github.Changes, Is.Empty);
    }

    [TestCase("actions/runs/42", "no json")]
    [TestCase("actions/runs/42", "[]")]
    [TestCase("pulls?state=open", "{}")]
    public void Answers_that_are_not_GitHubs_are_a_fault_of_the_machine(string path, string answer)
    {
        github.AddRun(ArtifactZip.Of(SampleGrades.Sample));
        github.Say(path, answer);

        Assert.That(async () => await PublishAsync(), Throws.TypeOf<HarnessException>());
    }

    [Test]
    public void A_token_that_may_not_is_told_with_the_call() =>
        Assert.That(async () => await PublishAsync(), Throws.TypeOf<HarnessException>().With.Message.Contains("404 to GET"));

    private async Task<(string Done, bool Graded)> PublishAsync(string? rubric = null)
    {
        using var api = new GitHubApi(github.Address, "owner/name", "secret");
        return await new GradePublisher(api, rubric ?? Rubric).PublishAsync(42, CancellationToken.None);
    }
}
