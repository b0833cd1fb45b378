using HitSongs.Grading.Grades;

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
            {question.Criteria.Select(score => Criterion(report, question, score, sources, isNew: told.Add(score.Feedback)))}
            </div>
            """);
    }

    /// <summary>A reason that stands above already is not told again.</summary>
    private static HtmlText Criterion(Report report, QuestionGrade question, Score score, Sources sources, bool isNew)
    {
        var (id, repeated) = (Anchor.Criterion(question.Id, score.Id), !isNew && score.Feedback.Length > 0 && score.Status != Status.Passed);
        var line = Line(report, question, score, repeated);
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

    /// <summary>What kind a criterion is matters where points are missing.</summary>
    private static HtmlText Line(Report report, QuestionGrade question, Score score, bool repeated) =>
        HtmlText.Of(
            $"""
            {Badge.Show(score)} <span class="name">{report.NameOf(question.Id, score)}</span> {HtmlText.When(
                score.Status != Status.Passed,
                HtmlText.Of($"<span class=\"kind\">{(repeated ? "as above" : score.Kind)}</span> ")
            )}<span class="number">{Numbers.PointsOf(score)}</span>
            """
        );

    private static HtmlText Body(Score score, Sources sources, bool isNew) =>
        HtmlText.Of(
            $"""
            {HtmlText.When(score.Feedback.Length > 0 && isNew, HtmlText.Of($"<p class=\"feedback\">{InlineCode.Of(score.Feedback)}</p>"))}{HtmlText.When(
                score.Evidence.Count > 0,
                HtmlText.Of($"<ul class=\"quotes\">{score.Evidence.Select(quote => Quote(quote, sources))}</ul>")
            )}
            """
        );

    private static HtmlText Quote(EvidenceQuote quote, Sources sources) =>
        HtmlText.Of($"<li><q>{InlineCode.Of(Capped.Of(quote.Quote, ShownOfAQuote).Text)}</q> <cite>{sources.Link(quote.File, quote.Line)}</cite></li>");
}
