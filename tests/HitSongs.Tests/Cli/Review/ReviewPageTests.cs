using Deque.AxeCore.Playwright;
using HitSongs.Cli.Review;
using HitSongs.Reporting.Review;
using HitSongs.Tests.Reporting;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Review;

/// <summary>The page in a browser, worked with by keyboard alone.</summary>
internal sealed class ReviewPageTests : BrowserFixture
{
    private ReviewedCohort cohort = null!;
    private ReviewDesk desk = null!;
    private ReviewServer server = null!;

    [SetUp]
    public async Task Serve()
    {
        cohort = new ReviewedCohort();
        desk = cohort.Open();
        server = await ReviewServer.StartAsync(desk, "Ada");
    }

    [TearDown]
    public async Task StopServing()
    {
        await server.DisposeAsync();
        cohort.Dispose();
    }

    private Task<Visit> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1400) => OpenAsync(server.Address, server.Address.AbsoluteUri, scheme, width);

    private static ILocator Title(Visit visit) => visit.Page.Locator("h1");

    private Uri Hostile => new(server.Address, $"items/{ReviewedCohort.Find(desk, "eve", "why").Item.Id}");

    [Test]
    public async Task Points_comment_and_next_are_given_by_keyboard_alone()
    {
        await using var visit = await OpenAsync();
        await Assertions.Expect(visit.Page.Locator(".left")).ToHaveTextAsync("1 of 5");

        await visit.Page.Keyboard.PressAsync("2");
        await visit.Page.Keyboard.TypeAsync(".5");
        await visit.Page.Keyboard.PressAsync("c");
        await visit.Page.Keyboard.TypeAsync("Why? 0 reasons, n or p.");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(visit.Page.Locator(".left")).ToHaveTextAsync("1 of 4");

        var mark = cohort.ReadMarks("ada").Single();
        Assert.That((mark.Points, mark.Reason, mark.Reviewer), Is.EqualTo(((double?)2.5, "Why? 0 reasons, n or p.", "Ada")));
        Assert.That(visit.Trouble, Is.Empty);
    }

    [TestCase("z", 0)]
    [TestCase("h", 2)]
    [TestCase("f", 4)]
    [TestCase("3", 3)]
    public async Task One_key_gives_points_and_Enter_saves_them(string key, double points)
    {
        await using var visit = await OpenAsync();

        await visit.Page.Keyboard.PressAsync(key);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator(".left")).ToHaveTextAsync("1 of 4");

        Assert.That(cohort.ReadMarks("ada").Single().Points, Is.EqualTo(points));
    }

    [Test]
    public async Task Next_previous_and_the_proposal_have_keys()
    {
        await using var visit = await OpenAsync();
        await visit.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(visit.Page.Locator(".left")).ToHaveTextAsync("2 of 5");
        await visit.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(visit.Page.Locator(".left")).ToHaveTextAsync("3 of 5");
        await visit.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(visit.Page.Locator("#points")).ToHaveValueAsync("3");
        await visit.Page.Keyboard.PressAsync("p");
        await Assertions.Expect(visit.Page.Locator(".left")).ToHaveTextAsync("2 of 5");
    }

    [TestCase("5")]
    [TestCase("")]
    public async Task Points_out_of_range_are_told_where_a_screen_reader_hears_it(string points)
    {
        await using var visit = await OpenAsync();

        await visit.Page.Locator("#points").FillAsync(points);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("from 0 to 4");
        await Assertions.Expect(visit.Page.Locator("#points")).ToBeFocusedAsync();
        Assert.That(File.Exists(cohort.MarksOf("ada")), Is.False);
    }

    [Test]
    public async Task Who_marks_can_be_said_on_the_page_and_is_remembered()
    {
        await using var visit = await OpenAsync();

        await visit.Page.Keyboard.PressAsync("m");
        await visit.Page.Locator("#reviewer").FillAsync("Ben");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("f");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator(".left")).ToHaveTextAsync("1 of 4");

        Assert.That(cohort.ReadMarks("ada").Single().Reviewer, Is.EqualTo("Ben"));
        await Assertions.Expect(visit.Page.Locator("#reviewer")).ToHaveValueAsync("Ben");
    }

    [Test]
    public async Task A_mark_that_somebody_else_made_meanwhile_is_told_and_not_written_over()
    {
        await using var visit = await OpenAsync();
        var view = ReviewedCohort.Find(desk, "ada", "why");
        await cohort.Open().MarkAsync(ReviewedCohort.RequestOf(view, "Ben") with { Points = 1 }, DateTimeOffset.UnixEpoch);

        await visit.Page.Keyboard.PressAsync("f");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Ben has marked this meanwhile");
        Assert.That(cohort.ReadMarks("ada").Single().Points, Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_stranger_wrote_is_shown_and_does_nothing()
    {
        await using var visit = await OpenAsync();
        await visit.Page.GotoAsync(Hostile.AbsoluteUri);

        await Assertions.Expect(visit.Page.Locator(".handed-in-text")).ToContainTextAsync(ReviewedCohort.Hostile);
        Assert.That(await visit.Page.TitleAsync(), Does.Not.Contain("owned"));
        Assert.That(visit.Trouble, Is.Empty);
    }

    [Test]
    public async Task When_all_is_judged_the_page_says_so()
    {
        await using var visit = await OpenAsync();
        for (var left = desk.Queue.Count; left > 0; left--)
        {
            await Assertions.Expect(visit.Page.Locator(".left")).ToHaveTextAsync($"1 of {left}");
            await visit.Page.Keyboard.PressAsync("f");
            await visit.Page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(Title(visit)).ToHaveTextAsync("Nothing waits for a person");
    }

    [Test]
    public async Task Roles_names_and_states_tell_a_screen_reader_what_is_where()
    {
        await using var visit = await OpenAsync();
        var page = visit.Page;

        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Queue" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(5);
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Judgement" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Points" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Comment for the author" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Answer as it was handed in" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[aria-current=page]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#points")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Axe_finds_nothing_to_complain_of(
        [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme,
        [Values(1400, 375)] int width
    )
    {
        await using var visit = await OpenAsync(scheme, width);
        foreach (var address in new[] { server.Address, Hostile, new Uri(server.Address, $"items/{ReviewedCohort.Find(desk, "ada", "roc").Item.Id}") })
        {
            await visit.Page.GotoAsync(address.AbsoluteUri);
            await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
            var result = await visit.Page.RunAxe();
            Assert.That(
                result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {node.Target} {node.Html}")), Is.Empty, $"{address}");
        }
    }

    [TestCase(1400)]
    [TestCase(375)]
    public async Task Nothing_is_wider_than_the_window(int width)
    {
        await using var visit = await OpenAsync(width: width);

        Assert.That(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0));
    }
}
