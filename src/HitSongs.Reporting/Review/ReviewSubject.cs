using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Review;

/// <summary>Subject to judge: the criterion, the prompt, the answer with its evidence marked, what its program showed, and what else the question
/// earned.</summary>
internal static class ReviewSubject
{
    private const int ShownOfAPassage = 600;

    private static readonly Table Others = new("Other criteria of this question", ["Criterion", "Status", "Points"], [2]);
    private static readonly Table History = new("Marks so far", ["When", "Who", "Points", "Comment"], [2]);

    public static HtmlText Show(ReviewView view, string root)
    {
        var sources = new Sources(view.Report);
        return HtmlText.Of($"""
            <section aria-labelledby="title">
            <p class="kicker">{view.Item.Submission} · {view.Question.Title}</p>
            <h1 id="title">{view.Criterion}</h1>
            <p><span class="badge">{ReviewPage.Words(view.Item.Reason)}</span> <span class="muted">{view.Item.Question}{HtmlText.When(
                view.Score is not null, HtmlText.Of($", {view.Score?.Kind}, worth {Numbers.Points(view.Score?.MaxPoints ?? 0)}"))}</span></p>
            {HtmlText.When(view.Feedback.Length > 0, HtmlText.Of($"<p class=\"feedback\">{InlineCode.Of(view.Feedback)}</p>"))}
            {HtmlText.When(view is { Score.StaleMark: not null, IsBlind: false }, Stale(view.Score?.StaleMark))}
            </section>
            {Copies(view)}
            <section aria-labelledby="asked"><h2 id="asked">Question</h2>
            {MarkdownHtml.Render(view.Report.PromptOf(view.Item.Question) ?? "", under: 2)}</section>
            {Answer(view)}
            {Programs(view, sources)}
            {Marks(view.Marks)}
            {Criteria(view, root)}
            """);
    }

    private static HtmlText Answer(ReviewView view)
    {
        if (view.Evidence?.Answer is not { } answer || string.IsNullOrWhiteSpace(answer.Text))
        {
            return HtmlText.Of($"<section aria-labelledby=\"answer\"><h2 id=\"answer\">Answer</h2><p class=\"muted\">None was handed in.</p></section>");
        }

        var capped = Capped.Of(answer.Text);
        var quotes = (view.Score?.Evidence ?? []).Where(quote => quote.File == answer.File)
            .Concat(view.Report.Grade.Copies.Select(copy => new EvidenceQuote(copy.File, copy.Line, copy.Passage)).Where(_ => view.Item.Criterion is null));
        return HtmlText.Of($"""
            <section aria-labelledby="answer"><h2 id="answer">Answer</h2>
            <div class="handed-in-text" tabindex="0" role="region" aria-label="Answer as it was handed in">{MarkedText.Show(
                capped.Text,
                quotes
            )}</div>
            {HtmlText.When(capped.Note is not null, HtmlText.Of($"<p class=\"note\">{capped.Note}</p>"))}
            <details class="formatted"><summary>As it reads when it is formatted</summary>
            <div class="answer">{MarkdownHtml.Render(Capped.Of(answer.Body).Text, under: 2)}</div></details>
            {SubmittedFigures.Show(view.Report, view.Item.Question, view.Evidence)}
            </section>
            """);
    }

    private static HtmlText Programs(ReviewView view, Sources sources) =>
        HtmlText.When(
            view.Evidence is { Demonstration: not null } or { Model: not null },
            HtmlText.Of($"""
                <section aria-labelledby="programs"><h2 id="programs">What was run</h2>
                {ProgramPart.Demonstration(view.Evidence?.Demonstration, sources, sources.Of(view.Item.Question, "demonstration"))}
                {ProgramPart.Model(view.Evidence?.Model, sources, sources.Of(view.Item.Question, "model"))}
                </section>
                """));

    private static HtmlText Copies(ReviewView view) =>
        HtmlText.When(
            view.Item.Criterion is null,
            HtmlText.Of($"""
                <section aria-labelledby="copies"><h2 id="copies">Shared passages</h2>
                <p>No points were taken for them. Where some should be, mark the criteria below; then say here that this was looked at.</p>
                <ul class="copies">{view.Report.Grade.Copies.Select(Copy)}</ul></section>
                """));

    private static HtmlText Marks(IReadOnlyList<Mark> marks) =>
        HtmlText.When(
            marks.Count > 0,
            HtmlText.Of($"""
                <section aria-labelledby="history"><h2 id="history">Marks so far</h2>
                {History.Show(marks.Select(Row))}</section>
                """));

    private static IReadOnlyList<string> Row(Mark mark) =>
        [
            Words.Time(mark.Time),
            mark.Reviewer,
            mark.Points is { } points ? $"{Numbers.Points(points)} of {Numbers.Points(mark.Of ?? 0)}" : "withdrawn",
            mark.Reason,
        ];

    private static HtmlText Copy(CopyFinding copy) =>
        HtmlText.Of(
            $"""
            <li>{Numbers.Count(copy.Words, "word", "words")}: <q>{Capped.Of(copy.Passage, ShownOfAPassage).Text}</q> <cite>{copy.File}:{copy.Line}</cite> and
            <q>{Capped.Of(copy.SourcePassage, ShownOfAPassage).Text}</q> <cite>{copy.Source}:{copy.SourceLine}</cite></li>

            """
        );

    private static HtmlText Stale(StaleMark? stale) =>
        HtmlText.Of(
            $"""
            <p class="note">{stale?.Reviewer} gave {Numbers.Points(stale?.Points ?? 0)} points, which do not count until they are confirmed:
            {stale?.Because}.</p>
            """
        );

    private static HtmlText Criteria(ReviewView view, string root)
    {
        var others = view.Question.Criteria.Where(score => score.Id != view.Item.Criterion).ToList();
        return HtmlText.When(
            others.Count > 0 && !view.IsBlind,
            HtmlText.Of($"""
                <section aria-labelledby="others"><h2 id="others">The question's other criteria</h2>
                <details><summary>Look at {Numbers.Count(others.Count, "more", "more")}, or overrule the harness there</summary>
                {Others.Show(others.Select(score => Row(view, root, score)))}</details></section>
                """));
    }

    private static HtmlText[] Row(ReviewView view, string root, Score score)
    {
        var address = $"{root}criteria/{view.Item.Id}/{Uri.EscapeDataString(score.Id)}";
        return
        [
            HtmlText.Of($"<a href=\"{address}\">{CriterionName.Of(score)}</a>"),
            Badge.Show(score),
            HtmlText.Of($"{Numbers.PointsOf(score)}"),
        ];
    }
}
