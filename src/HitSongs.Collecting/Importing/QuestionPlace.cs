using System.Text;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Importing;

/// <summary>Which question the next cell of a notebook belongs to: what headings and quoted questions above it say.</summary>
internal sealed class QuestionPlace(Rubric rubric)
{
    // A paragraph that is no heading must be nearly the question itself.
    private const int FewestWordsOfQuotation = 5;
    private const double WrittenSurely = 0.85;

    private readonly QuestionFinder finder = new(rubric);
    private readonly HashSet<string> entered = new(StringComparer.Ordinal);
    private int level;
    private int around;
    private string? section;
    private bool isFresh;
    private bool isParagraph;

    /// <summary>Null outside of all questions.</summary>
    public Question? Current { get; private set; }

    /// <summary>The harness itself says that a question begins, or none.</summary>
    public void Enter(Question? question)
    {
        (Current, level) = (question, question is null ? 0 : 1);
        section = question is null ? section : finder.SectionOf(question);
    }

    /// <summary>The parts of a Markdown cell, each with the question that it belongs to, or null.</summary>
    /// <param name="segments">The cell's.</param>
    /// <param name="remarks">Takes what the author should know.</param>
    public IEnumerable<(Question? Question, string Markdown)> Read(
        ImportedCell cell,
        IReadOnlyList<MarkdownSegment> segments,
        List<ImportRemark> remarks
    )
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            var question = segment.Title is { } title && !Continues(segment, title) ? Begun(segment, title, cell, remarks) : null;
            var ends =
                question is null
                && segment.Title is { } ended
                && !Continues(segment, ended)
                && (segment.Level > 0 || IsAnotherQuestion(segment) || (Current is null && MarkdownSegments.IsBold(segment.Heading)))
                && EndsAt(segment, ended, cell, remarks);
            if (question is not null || ends)
            {
                var above = MarkdownSegments.WithoutAnchor(text.ToString()).Trim('\n');
                text.Clear();
                isFresh = question is not null;
                if (above.Trim().Length > 0)
                {
                    yield return (Before, above);
                }
            }

            Before = Current;
            // Of a heading that is no part of an answer only what stands below it is the author's; the question as it was asked is not.
            var isAsked = question is not null || (ends && Current is null);
            var own = isAsked ? segment.Body : segment.Heading + segment.Body;
            if (isFresh && Current is not null && own.Trim().Length > 0)
            {
                isFresh = IsAsked(own, Current);
                own = isFresh ? "" : own;
            }

            text.Append(own);
        }

        if (text.ToString().Trim().Length > 0)
        {
            yield return (Current, text.ToString().Trim('\n'));
        }
    }

    private Question? Before { get; set; }

    // "Answer" goes on with the question above; "Answer 4" below the answer to question 3 does not.
    private bool Continues(MarkdownSegment segment, HeadingText title) =>
        title.IsContinuation
        && !(
            title.Numbered is { SaysAnswer: true, Value: var number }
            && (Current is null || (QuestionFinder.NumberOf(Current) != number && (segment.Level == 0 ? isParagraph : segment.Level <= level)))
        );

    private Question? Begun(MarkdownSegment segment, HeadingText title, ImportedCell cell, List<ImportRemark> remarks)
    {
        Before = Current;
        var match = finder.Find(title, section);
        var isLong = title.Words.Stems.Count >= FewestWordsOfQuotation;
        var isNamed =
            match.Question is not null
            && (
                segment.Level > 0
                || (isLong && match.Score >= WrittenSurely)
                || (MarkdownSegments.IsSetApart(segment.Heading) && (isLong || QuestionFinder.IsSame(match.Score)))
            );
        if (!isNamed || (segment.Level > 0 && finder.SectionNamed(title) is not null && !QuestionFinder.IsSame(match.Score)))
        {
            return null;
        }

        // Below its own heading an answer may have one that is like another question's title.
        if (
            Current is not null
            && segment.Level > level
            && title.Number is null
            && !(QuestionFinder.IsSame(match.Score) && title.Words.Stems.Count >= FewestWordsOfQuotation)
        )
        {
            return null;
        }

        var question = match.Question!;
        if (segment.Level > 0 && !QuestionFinder.IsSame(match.Score))
        {
            remarks.Add(new ImportRemark($"taken for {question.Id} ({question.Title}): \"{Printable.Of(title.Text)}\" of cell {cell.Number}", IsLoss: false));
        }

        if (match.Rivals.Count > 0)
        {
            remarks.Add(
                new ImportRemark(
                    $"taken for {question.Id}: \"{Printable.Of(title.Text)}\" of cell {cell.Number}; if "
                        + $"{string.Join(" or ", match.Rivals.Select(rival => rival.Id))} is meant, write that in the heading",
                    IsLoss: false
                )
            );
        }

        if (!entered.Add(question.Id) && question != Current)
        {
            remarks.Add(new ImportRemark($"cell {cell.Number} goes on with {question.Id}, which has an answer above", IsLoss: false));
        }

        (Current, level, section, isParagraph) = (question, segment.Level > 0 ? segment.Level : around + 1, finder.SectionOf(question), segment.Level == 0);
        return question;
    }

    /// <summary>Whether a heading of no question ends the one above.</summary>
    private bool EndsAt(MarkdownSegment segment, HeadingText title, ImportedCell cell, List<ImportRemark> remarks)
    {
        if (Current is not null && segment.Level > level)
        {
            return false;
        }

        around = segment.Level > 0 ? segment.Level : around;

        if (finder.SectionNamed(title) is { } named)
        {
            (Current, section) = (null, named);
            return true;
        }

        var match = finder.Find(title, section);
        var meant =
            match.Suggestions.Count > 0 ? $"; did you mean {string.Join(" or ", match.Suggestions.Select(near => $"{near.Id} ({near.Title})"))}?"
            : match.Rivals.Count > 0
                ? $"; questions of that number are {string.Join(", ", match.Rivals.Select(rival => rival.Id))}: put the section's title above it"
            : "";
        if (Current is { } ended)
        {
            remarks.Add(
                new ImportRemark(
                    $"\"{Printable.Of(title.Text)}\" of cell {cell.Number} ends the answer to {ended.Id}: no question is called so{meant}",
                    IsLoss: false
                )
            );
        }
        else if (meant.Length > 0 && !(match.Suggestions.Count < 2 && segment.Level == 1 && entered.Count == 0 && segment.Body.Trim().Length == 0))
        {
            remarks.Add(new ImportRemark($"\"{Printable.Of(title.Text)}\" of cell {cell.Number} is no question{meant}", IsLoss: false));
        }

        Current = null;
        return true;
    }

    // Where the question above is a paragraph with a number, another such paragraph that asks something, or has nothing but its number, is the next one.
    private bool IsAnotherQuestion(MarkdownSegment segment) =>
        isParagraph
        && segment.Title!.Number is not null
        && MarkdownSegments.IsSetApart(segment.Heading)
        && (segment.Heading.TrimEnd(' ', '\n', '*', '_').EndsWith('?') || (segment.Title.SaysQuestion && segment.Title.Words.Stems.Count == 0));

    private static bool IsAsked(string text, Question question)
    {
        var words = Words(text);
        return words.Length == 0 || $" {Words($"{question.Title} {question.Prompt}")} ".Contains($" {words} ", StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', Word.AllOf(text).Select(word => word.Text));
}
