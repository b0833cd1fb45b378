using System.Net;
using System.Text;
using HitSongs.Cli.Review;
using HitSongs.Reporting.Review;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Review;

/// <summary>The page over HTTP, asked by those who should not and in ways that nobody should.</summary>
public sealed class ReviewServerTests
{
    private ReviewedCohort cohort = null!;
    private ReviewDesk desk = null!;
    private ReviewServer server = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task Start()
    {
        cohort = new ReviewedCohort();
        desk = cohort.Open();
        server = await ReviewServer.StartAsync(desk, "Ada");
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
    }

    [TearDown]
    public async Task Stop()
    {
        client.Dispose();
        await server.DisposeAsync();
        cohort.Dispose();
    }

    private string Token => server.Address.AbsolutePath.Trim('/');

    private string Body(double points = 2, string? item = null, string reason = "") =>
        ReviewedCohort.Find(desk, "ada", "why") is var view
            ? $$"""{"item":"{{item ?? view.Item.Id}}","seen":0,"handedIn":"{{view.HandedIn}}","reviewer":"Ada","reason":"{{reason}}","points":{{points}}}"""
            : "";

    private HttpRequestMessage Post(string body, string? origin = "", string? token = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "marks") { Content = new StringContent(body, Encoding.UTF8, type) };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin.Length > 0 ? origin : $"http://{server.Address.Authority}");
        }

        request.Headers.Add("X-HitSongs-Token", token ?? Token);
        return request;
    }

    private async Task<HttpStatusCode> CodeAsync(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    [Test]
    public async Task The_page_is_served_on_this_machine_alone_and_its_policy_lets_nothing_of_others_in()
    {
        using var response = await client.GetAsync("");

        Assert.Multiple(() =>
        {
            Assert.That(server.Address.Host, Is.EqualTo("127.0.0.1"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'").And.Not.Contain("unsafe"));
            Assert.That(response.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
            Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        });
    }

    [Test]
    public async Task What_the_page_asks_for_is_there_and_what_a_stranger_wrote_is_text()
    {
        var page = await client.GetStringAsync($"items/{ReviewedCohort.Find(desk, "eve", "why").Item.Id}");

        Assert.That(page, Does.Contain("&lt;script&gt;").And.Not.Contain("<script>document").And.Not.Contain("<img"));
        Assert.That((await client.GetAsync("review.css")).Content.Headers.ContentType!.MediaType, Is.EqualTo("text/css"));
        Assert.That((await client.GetAsync("review.js")).Content.Headers.ContentType!.MediaType, Is.EqualTo("text/javascript"));
    }

    [TestCase("/")]
    [TestCase("/0000/")]
    [TestCase("/0000000000000000000000000000000000000000000000000000000000000000/")]
    [TestCase("/review.js")]
    public async Task Without_the_token_there_is_nothing(string path) =>
        Assert.That((await client.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task A_name_of_somebody_else_that_leads_to_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Host = $"attacker.example:{server.Address.Port}";

        Assert.That(await CodeAsync(request), Is.EqualTo(HttpStatusCode.MisdirectedRequest));
    }

    [Test]
    public async Task A_mark_of_the_page_is_written()
    {
        Assert.That(await CodeAsync(Post(Body())), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(cohort.ReadMarks("ada").Single().Points, Is.EqualTo(2));
    }

    [TestCase("https://attacker.example", null, "application/json", HttpStatusCode.Forbidden)]
    [TestCase("null", null, "application/json", HttpStatusCode.Forbidden)]
    [TestCase(null, null, "application/json", HttpStatusCode.Forbidden)]
    [TestCase("", "wrong", "application/json", HttpStatusCode.Forbidden)]
    [TestCase("", null, "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_another_page_could_send_is_refused(string? origin, string? token, string type, HttpStatusCode code)
    {
        Assert.That(await CodeAsync(Post(Body(), origin, token, type)), Is.EqualTo(code));
        Assert.That(File.Exists(cohort.MarksOf("ada")), Is.False);
    }

    [Test]
    public async Task What_is_no_mark_is_refused_and_nothing_is_written()
    {
        var right = Body();
        string With(string from, string to) => right.Replace(from, to, StringComparison.Ordinal);
        string[] bodies =
        [
            "",
            "[]",
            "null",
            "{",
            "{}",
            With("\"points\":2", "\"points\":\"2\""),
            With("\"points\":2", "\"points\":5"),
            With("\"points\":2", "\"points\":-1"),
            With("\"points\":2", "\"points\":1e999"),
            With("\"points\":2", "\"judged\":true"),
            With("\"points\":2", "\"points\":2,\"admin\":true"),
            With("\"Ada\"", "\" \""),
            With("\"Ada\"", "null"),
            new string('[', 10_000),
            Body(reason: new string('x', 5000)),
        ];
        foreach (var body in bodies)
        {
            Assert.That(await CodeAsync(Post(body)), Is.EqualTo(HttpStatusCode.BadRequest), body[..Math.Min(200, body.Length)]);
        }

        Assert.That(File.Exists(cohort.MarksOf("ada")), Is.False);
    }

    [Test]
    public async Task A_body_that_is_too_large_is_refused() =>
        Assert.That(await CodeAsync(Post(Body(reason: new string('x', 200_000)))), Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));

    [Test]
    public async Task A_criterion_or_item_that_is_not_known_is_refused()
    {
        Assert.That(await CodeAsync(Post(Body(item: "unknown"))), Is.EqualTo(HttpStatusCode.NotFound));
        using var response = await client.GetAsync($"criteria/{ReviewedCohort.Find(desk, "ada", "why").Item.Id}/unknown");
        Assert.That((response.StatusCode, response.Headers.Location!.ToString()), Is.EqualTo((HttpStatusCode.Redirect, server.Address.AbsolutePath)));
    }

    [Test]
    public async Task Of_two_who_mark_the_same_at_once_one_is_told()
    {
        var body = Body();
        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CodeAsync(Post(body))));

        Assert.That(codes.Count(code => code == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(codes.Count(code => code == HttpStatusCode.Conflict), Is.EqualTo(7));
        Assert.That(cohort.ReadMarks("ada"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Damaged_marks_are_told_and_not_written_over()
    {
        var body = Body();
        await File.WriteAllTextAsync(cohort.MarksOf("ada"), "schema: hitsongs/marks/1\nmarks: damaged\n");

        using var response = await client.SendAsync(Post(body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("marks.yaml"));
        Assert.That(await File.ReadAllTextAsync(cohort.MarksOf("ada")), Does.Contain("damaged"));
    }

    [TestCase("DELETE")]
    [TestCase("PUT")]
    [TestCase("OPTIONS")]
    [TestCase("TRACE")]
    public async Task Other_methods_do_nothing(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "marks");

        Assert.That(await CodeAsync(request), Is.EqualTo(HttpStatusCode.Forbidden));
    }
}
