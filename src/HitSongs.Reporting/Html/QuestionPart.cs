using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>A question: what it earned and why; folded under it what was asked and what was handed in.</summary>
internal static class QuestionPart
{
    public static HtmlText Show(Report report, QuestionGrade question, Sources sources)
    {
        var id = Anchor.Question(question.Id);
        var evidence = report.EvidenceOf(question.Id);
        return HtmlText.Of($"""
            <article id="{id}" aria-labelledby="{id}/title">
            <div class="head"><h3 id="{id}/title">{question.Title} {Points(question)}</h3>{Steps(report, question)}</div>
            {CriteriaPart.Show(report, question, sources)}
            {SubmittedFigures.Show(report, question.Id, evidence)}
            <div class="folds">
            {Prompt(report.PromptOf(question.Id))}
            {Answer(report, question.Id, evidence, sources)}
            {sources.FiguresOf(evidence).Select(figure => Specification(report, figure))}
            {ProgramPart.Demonstration(evidence?.Demonstration, sources, sources.Of(question.Id, "demonstration"))}
            {ProgramPart.Model(evidence?.Model, sources, sources.Of(question.Id, "model"))}
            </div>
            </article>

            """);
    }

    private static HtmlText Points(QuestionGrade question) =>
        HtmlText.Of($"<span class=\"points\">{Numbers.Points(question.Points)} of {Numbers.Points(question.MaxPoints)} points</span>");

    private static HtmlText Steps(Report report, QuestionGrade question)
    {
        var all = report.Grade.Sections.SelectMany(section => section.Questions).ToList();
        var at = all.FindIndex(other => other.Id == question.Id);
        return HtmlText.Of(
            $"""
            <p class="steps">{HtmlText.When(at > 0, Step(all[Math.Max(0, at - 1)], "‹", "Previous"))}{HtmlText.When(
                at < all.Count - 1,
                Step(all[Math.Min(all.Count - 1, at + 1)], "›", "Next")
            )}<a href="#top" title="Back to the top" aria-label="Back to the top">↑</a></p>
            """
        );
    }

    private static HtmlText Step(QuestionGrade to, string sign, string words) =>
        HtmlText.Of($"<a href=\"#{Anchor.Question(to.Id)}\" title=\"{words}: {to.Title}\" aria-label=\"{words}: {to.Title}\">{sign}</a>");

    private static HtmlText Prompt(string? markdown) => HtmlText.When(
        !string.IsNullOrWhiteSpace(markdown),
        HtmlText.Of($"""<details class="prompt"><summary>Question as it was asked</summary>{MarkdownHtml.Render(markdown ?? "", under: 3)}</details>"""));

    private static HtmlText Specification(Report report, SourceView file) =>
        HtmlText.Of(
            $"""
            {HtmlText.When(
                report.Specifications.NotDrawn.ContainsKey(file.File),
                HtmlText.Of($"<p class=\"note\">{file.File} is not drawn here: {report.Specifications.NotDrawn.GetValueOrDefault(file.File)}.</p>")
            )}{file.Show("Figure as it was handed in", open: false)}
            """
        );

    private static HtmlText Answer(Report report, string question, QuestionEvidence? evidence, Sources sources)
    {
        if (evidence?.Answer is not { } answer)
        {
            return HtmlText.When(evidence is not null, HtmlText.Of($"<p class=\"muted\">No answer.md was handed in.</p>"));
        }

        var capped = Capped.Of(answer.Body);
        var source = sources.Of(question, "answer");
        var above = answer.Text.Count(character => character == '\n') - answer.Body.Count(character => character == '\n');
        Func<int, string?>? idOf = source?.Blocks is null ? null : start => source.BlockId(start + above);
        var words = answer.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return HtmlText.Of($"""
            <details class="handed-in"><summary>Answer <span class="muted">{Numbers.Count(words, "word", "words")}</span></summary>
            <div class="answer">{MarkdownHtml.Render(capped.Text, under: 3, target =>
                SubmittedFigures.Find(report, evidence, target) is { } figure ? Anchor.Figure(question, figure.Name) : null, idOf
            )}</div>
            {HtmlText.When(capped.Note is not null, HtmlText.Of($"<p class=\"note\">{capped.Note}</p>"))}
            {(
                source is null ? HtmlText.Of($"<p class=\"muted\">{answer.File} is empty.</p>")
                : source.Blocks is null ? source.Show("Answer by lines", open: false)
                : HtmlText.Of($"<p class=\"muted\">{answer.File}</p>")
            )}
            </details>
            """);
    }
}
