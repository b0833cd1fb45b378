using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>The whole on one screen: points by section, and what to mend first.</summary>
internal static class GlancePart
{
    private const int Shown = 5;
    private const int NamesShown = 3;

    private static readonly Table Sections = new("Points by section", ["Section", "Points", "Share"], [1]);

    public static HtmlText Show(Report report) => HtmlText.Of($"""
        <section id="glance" aria-labelledby="glance-title">
        <h2 id="glance-title">At a glance</h2>
        {Counts(report.Grade)}
        {GradeFigure.Show(report.Grade)}
        {Sections.Show(report.Grade.Sections.Select(Row).Append(Total(report.Grade)))}
        {Mend(report)}
        {BlockedPart(report.Grade)}
        </section>
        """);

    private static HtmlText Counts(Grade grade)
    {
        var counts = Scores(grade).CountBy(loss => loss.Score.Status).OrderBy(count => count.Key);
        var spans = counts.Select(count => HtmlText.Of($"<span>{Badge.Show(count.Key)} {Numbers.Count(count.Value, "criterion", "criteria")}</span>\n"));
        return HtmlText.Of($"""<p class="counts">{spans}</p>""");
    }

    private static HtmlText[] Row(SectionGrade section) =>
    [
        HtmlText.Of($"""<a href="#{Anchor.Section(section.Id)}">{section.Title}</a>"""),
        HtmlText.Of($"{Numbers.Points(section.Points)} of {Numbers.Points(section.MaxPoints)}"),
        Share(section.Points, section.MaxPoints),
    ];

    private static HtmlText[] Total(Grade grade) =>
    [
        HtmlText.Of($"<strong>All</strong>"),
        HtmlText.Of($"<strong>{Numbers.Points(grade.Points)} of {Numbers.Points(grade.MaxPoints)}</strong>"),
        Share(grade.Points, grade.MaxPoints),
    ];

    private static HtmlText Share(double points, double of) => HtmlText.Of($"{Bar.Show(points, of)} {Bar.Share(points, of):P0}");

    private static HtmlText Mend(Report report)
    {
        var grade = report.Grade;
        // Blocked criteria come back by themselves once their cause is mended; those that wait for a person, and the harness's own faults, are not the
        // author's.
        var lost = Scores(grade)
            .Where(loss => loss.Score is { Status: Status.Failed or Status.Partial } && loss.Score.MaxPoints > loss.Score.Points)
            // One cause, such as a missing file, costs several criteria: it is told once, with all that it costs.
            .GroupBy(
                loss => (loss.Question, loss.Score.Feedback),
                (cause, losses) => new Loss(cause.Question, cause.Feedback, [.. losses.Select(loss => loss.Score)])
            )
            .OrderByDescending(loss => loss.Points)
            .ToList();
        var more = Numbers.Count(lost.Skip(Shown).Sum(loss => loss.Scores.Count), "more criterion", "more criteria");
        return HtmlText.When(
            lost.Count > 0,
            HtmlText.Of(
                $"""
                <h3>What to mend first</h3>
                <ol class="mend">{lost.Take(Shown).Select(Show)}</ol>
                {HtmlText.When(lost.Count > Shown, HtmlText.Of($"<p class=\"muted\">And {more} below full points.</p>"))}
                """
            )
        );
    }

    /// <summary>Blocked criteria, by their cause: no list of criteria helps there.</summary>
    private static HtmlText BlockedPart(Grade grade)
    {
        var causes = Blocked(grade);
        return HtmlText.When(causes.Count > 0, HtmlText.Of($"""
            <h3>What could not be looked at</h3>
            <ul class="causes">{causes.Take(Shown).Select(cause => HtmlText.Of($"""
                <li><span class="lost idle">−{Numbers.Points(cause.Points)}<span class="unseen"> points</span></span>
                <div>{Numbers.Count(cause.Criteria, "criterion", "criteria")}<p class="feedback">{InlineCode.Of(cause.Cause)}</p></div></li>

                """))}</ul>
            """));
    }

    /// <summary>The causes that are told here.</summary>
    public static IEnumerable<string> BlockedBy(Grade grade) => Blocked(grade).Take(Shown).Select(cause => cause.Cause);

    private static List<(string Cause, double Points, int Criteria)> Blocked(Grade grade) =>
    [
        .. Scores(grade).Where(loss => loss.Score.Status == Status.Blocked)
            .GroupBy(loss => loss.Score.Feedback, (cause, losses) => (Cause: cause, Points: losses.Sum(loss => loss.Score.MaxPoints), Criteria: losses.Count()))
            .OrderByDescending(cause => cause.Points),
    ];

    private static IEnumerable<(QuestionGrade Question, Score Score)> Scores(Grade grade) =>
        grade.Sections.SelectMany(section => section.Questions).SelectMany(question => question.Criteria.Select(score => (question, score)));

    private static HtmlText Show(Loss loss) => HtmlText.Of($"""
        <li><span class="lost">−{Numbers.Points(loss.Points)}<span class="unseen"> points</span></span>
        <div><a href="#{Anchor.Question(loss.Question.Id)}">{loss.Question.Title}</a>: {Names(loss)}
        <p class="feedback">{InlineCode.Of(loss.Feedback)}</p></div></li>

        """);

    private static string Names(Loss loss)
    {
        var names = loss.Scores.Take(NamesShown).Select(score => CriterionName.Of(score));
        return string.Join("; ", loss.Scores.Count > NamesShown ? names.Append($"and {loss.Scores.Count - NamesShown} more") : names);
    }

    private sealed record Loss(QuestionGrade Question, string Feedback, IReadOnlyList<Score> Scores)
    {
        public double Points => Scores.Sum(score => score.MaxPoints - score.Points);
    }
}
