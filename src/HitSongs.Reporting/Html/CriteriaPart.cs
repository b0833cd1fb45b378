using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>The criteria of a question: one line for each that is passed, and the reason under each that is not.</summary>
internal static class CriteriaPart
{
    private const int ShownOfAQuote = 500;

    public static HtmlText Show(Report report, QuestionGrade question, Sources sources)
    {
        // What blocks criteria is told at the head of the page.
        var told = GlancePart.BlockedBy(report.Grade).ToHashSet(StringComparer.Ordinal);
        return HtmlText.Of($"""
            <div class="criteria">
            {question.Criteria.Select(score => Criterion(question, score, sources, isNew: told.Add(score.Feedback)))}
            </div>
            """);
    }

    /// <summary>A reason that stands above already is not told again.</summary>
    private static HtmlText Criterion(QuestionGrade question, Score score, Sources sources, bool isNew)
    {
        var (id, repeated) = (Anchor.Criterion(question.Id, score.Id), !isNew && score.Feedback.Length > 0 && score.Status != Status.Passed);
        var line = Line(score, repeated);
        var body = repeated ? HtmlText.Empty : Body(score, sources, isNew);
        return body.ToString().Length == 0
            ? HtmlText.Of(
                $"<div class=\"criterion bare{HtmlText.When(score.Status == Status.Passed || repeated, HtmlText.Trusted(" quiet"))}\" "
                    + $"id=\"{id}\">{line}</div>\n"
            )
            : HtmlText.Of(
                $"<details class=\"criterion\" "
                    + $"id=\"{id}\"{HtmlText.When(score.Status != Status.Passed, HtmlText.Trusted(" open"))}><summary>{line}</summary><div "
                    + $"class=\"reason\">{body}</div></details>\n"
            );
    }

    /// <summary>A criterion's line, with its kind where points are missing.</summary>
    private static HtmlText Line(Score score, bool repeated) =>
        HtmlText.Of(
            $"""
            {Badge.Show(score)} <span class="name">{CriterionName.BesideBadge(score)}</span> {HtmlText.When(
                score.Status != Status.Passed,
                HtmlText.Of($"<span class=\"kind\">{(repeated ? "as above" : score.Kind)}</span> ")
            )}{HtmlText.When(score.Mark is not null, HtmlText.Of($"<span class=\"badge\">by a person</span> "))}{HtmlText.When(
                score.NearThreshold is not null,
                HtmlText.Of($"<span class=\"badge\">within noise</span> ")
            )}<span class="number">{Numbers.PointsOf(score)}</span>
            """
        );

    private static HtmlText Body(Score score, Sources sources, bool isNew)
    {
        var told = Told(score);
        return HtmlText.Of(
            $"""
            {Person(score)}{HtmlText.When(
                told.Length > 0 && isNew,
                HtmlText.Of($"<p class=\"feedback\">{InlineCode.Of(told)}</p>")
            )}{HtmlText.When(
                score.Evidence.Count > 0,
                HtmlText.Of($"<ul class=\"quotes\">{score.Evidence.Select(quote => Quote(quote, sources))}</ul>")
            )}
            """
        );
    }

    /// <summary>The name stands in the line above, and where something was found stands with the quotation.</summary>
    private static string Told(Score score)
    {
        if (score.Name.Length == 0 || !score.Feedback.StartsWith($"{score.Name}: ", StringComparison.Ordinal))
        {
            return score.Feedback;
        }

        var rest = score.Feedback[(score.Name.Length + 2)..];
        return score is { Status: Status.Passed, Evidence: [var quote] } && rest == $"found at line {quote.Line}." ? "" : Words.Sentence(rest);
    }

    /// <summary>A person's points, and the harness's own; and a mark that does not count any more.</summary>
    private static HtmlText Person(Score score) => score switch
    {
        { Mark: { } mark } => HtmlText.Of(
            $"""
            <p class="muted">{mark.Reviewer}, {Words.Time(mark.Time)}. The harness: {Words.Of(mark.Automatic.Status)}, {Numbers.Points(mark.Automatic.Points)}
            of {Numbers.Points(score.MaxPoints)} points.</p>
            """
        ),
        { StaleMark: { } stale } => HtmlText.Of(
            $"""
            <p class="note">The mark of {stale.Reviewer} ({Numbers.Points(stale.Points)} points) does not count until it is confirmed:
            {stale.Because}.</p>
            """
        ),
        _ => HtmlText.Empty,
    };

    private static HtmlText Quote(EvidenceQuote quote, Sources sources) =>
        HtmlText.Of($"<li><q>{InlineCode.Of(Capped.Of(quote.Quote, ShownOfAQuote).Text)}</q> <cite>{sources.Link(quote.File, quote.Line)}</cite></li>");
}
