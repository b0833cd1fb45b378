using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;

namespace HitSongs.Reporting.Html;

/// <summary>A section of the rubric and its questions.</summary>
internal static class SectionPart
{
    public static HtmlText Show(Report report, SectionGrade section, Sources sources)
    {
        var id = Anchor.Section(section.Id);
        return HtmlText.Of($"""
            <section id="{id}" aria-labelledby="{id}/title">
            <h2 id="{id}/title">{section.Title} {PointsOf(section.Points, section.MaxPoints)}</h2>
            {section.Questions.Select(question => Question(report, question, sources))}
            </section>

            """);
    }

    private static HtmlText Question(Report report, QuestionGrade question, Sources sources)
    {
        var id = Anchor.Question(question.Id);
        var evidence = report.EvidenceOf(question.Id);
        return HtmlText.Of($"""
            <article id="{id}" aria-labelledby="{id}/title">
            <h3 id="{id}/title">{question.Title} {PointsOf(question.Points, question.MaxPoints)}</h3>
            {Prompt(report.PromptOf(question.Id))}
            <h4>Criteria</h4>
            {Criteria(question, sources)}
            {(evidence is null ? HtmlText.Empty : Answer(evidence.Answer, sources.Of(question.Id, "answer")))}
            {sources.FiguresOf(evidence).Select(figure => figure.Show("Figure as it was handed in", open: false))}
            {ProgramPart.Demonstration(evidence?.Demonstration, sources, sources.Of(question.Id, "demonstration"))}
            {ProgramPart.Model(evidence?.Model, sources, sources.Of(question.Id, "model"))}
            </article>

            """);
    }

    private static HtmlText PointsOf(double points, double of) => HtmlText.Of($"<span class=\"points\">{Numbers.Points(points)} of {Numbers.Points(of)} points</span>");

    private static HtmlText Prompt(string? markdown) => HtmlText.When(
        !string.IsNullOrWhiteSpace(markdown),
        HtmlText.Of($"""<details class="prompt"><summary>Question as it was asked</summary>{MarkdownHtml.Render(markdown ?? "", under: 3)}</details>"""));

    private static HtmlText Criteria(QuestionGrade question, Sources sources) =>
        new Table($"Criteria of {question.Title}", ["Criterion", "Status", "Points"], [2]).Show(question.Criteria.Select(score => Criterion(score, sources)));

    private static HtmlText[] Criterion(Score score, Sources sources) =>
    [
        HtmlText.Of($"""
            <span class="name">{Words.Title(score.Id)}</span> <span class="muted">{score.Kind}</span>
            {HtmlText.When(score.Feedback.Length > 0, HtmlText.Of($"<p class=\"feedback\">{score.Feedback}</p>"))}
            {HtmlText.When(score.Evidence.Count > 0, HtmlText.Of($"<ul class=\"quotes\">{score.Evidence.Select(quote => Quote(quote, sources))}</ul>"))}
            """),
        Badge.Show(score.Status),
        HtmlText.Of($"{Numbers.PointsOf(score)}"),
    ];

    private static HtmlText Quote(EvidenceQuote quote, Sources sources) =>
        HtmlText.Of($"<li><q>{Capped.Of(quote.Quote, 500).Text}</q> <cite>{sources.Link(quote.File, quote.Line)}</cite></li>");

    private static HtmlText Answer(AnswerText? answer, SourceView? source)
    {
        if (answer is null)
        {
            return HtmlText.Of($"<h4>Answer</h4><p class=\"muted\">No answer.md was handed in.</p>");
        }

        var capped = Capped.Of(answer.Body);
        return HtmlText.Of($"""
            <h4>Answer</h4>
            <div class="answer">{MarkdownHtml.Render(capped.Text, under: 4)}</div>
            {HtmlText.When(capped.Note is not null, HtmlText.Of($"<p class=\"note\">{capped.Note}</p>"))}
            {source?.Show("Answer by lines", open: false) ?? HtmlText.Of($"<p class=\"muted\">{answer.File} is empty.</p>")}
            """);
    }
}
