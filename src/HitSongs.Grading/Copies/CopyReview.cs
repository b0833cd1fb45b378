using HitSongs.Grading.Choices;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Copies;

/// <summary>Looks through the prose of submissions for passages that stand somewhere else too. Code is not looked at: programs to the same task are
/// alike.</summary>
public static class CopyReview
{
    private const int LongestPassage = 2000;

    /// <summary>Overlaps of each answer with its prompt and with the answers before it, in the order of the rubric.</summary>
    /// <remarks>One answer to two questions is no copy of itself.</remarks>
    public static IReadOnlyList<CopyFinding> Within(Rubric rubric, SubmissionEvidence submission)
    {
        var answers = AnswersOf(rubric, submission);
        return [.. answers.Index().SelectMany(answer =>
        {
            var earlier = answers.Take(answer.Index).Where(other => other.File != answer.Item.File).Select(other => (other.File, other.Text));
            return Find(answer.Item, earlier.Prepend(("the prompt", new Fingerprints(answer.Item.Question.Prompt))));
        })];
    }

    /// <summary>Overlaps of each answer with the answers to the same question in other submissions.</summary>
    public static IReadOnlyList<CopyFinding> Between(Rubric rubric, SubmissionEvidence submission, IEnumerable<SubmissionEvidence> others)
    {
        var theirs = others
            .SelectMany(other => AnswersOf(rubric, other).Select(answer => (answer.Question.Id, Name: $"{other.Submission.Name}: {answer.File}", answer.Text)))
            .ToLookup(answer => answer.Id, StringComparer.Ordinal);
        return [.. AnswersOf(rubric, submission).SelectMany(answer => Find(answer, theirs[answer.Question.Id].Select(other => (other.Name, other.Text))))];
    }

    private static IEnumerable<CopyFinding> Find(Prose answer, IEnumerable<(string Name, Fingerprints Text)> sources) =>
        EachOnce(sources.SelectMany(source => CopyCheck.Find(answer.Text, [source])).Where(passage => passage.Words >= Fingerprints.SurelyFound))
            .OrderBy(passage => passage.FirstWord)
            .Select(passage => new CopyFinding(
                answer.Question.Id,
                answer.File,
                passage.Line,
                Start(passage.Passage),
                passage.Source,
                passage.SourceLine,
                Start(passage.SourcePassage),
                passage.Words
            ));

    // What stands in the prompt stands in every answer that copied it, and a sentence in ten answers in nine before the last: the first source is told.
    private static List<CopiedPassage> EachOnce(IEnumerable<CopiedPassage> passages)
    {
        var (kept, covered) = (new List<CopiedPassage>(), new HashSet<int>());
        foreach (var passage in passages)
        {
            var words = Enumerable.Range(passage.FirstWord, passage.Words);
            if (!words.All(covered.Contains))
            {
                kept.Add(passage);
                covered.UnionWith(words);
            }
        }

        return kept;
    }

    private static List<Prose> AnswersOf(Rubric rubric, SubmissionEvidence submission)
    {
        var byId = submission.Questions.ToDictionary(question => question.Question, StringComparer.Ordinal);
        return [.. rubric.Questions
            .Select(question => (question, byId.GetValueOrDefault(question.Id)?.Answer))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Answer?.Text))
            .Select(pair => new Prose(pair.question, pair.Answer!.File, new Fingerprints(ProseOf(pair.Answer.Text, pair.question))))];
    }

    // Lines keep their numbers: what is no prose, and what a quiz's form has already, becomes an empty line.
    private static string ProseOf(string text, Question question)
    {
        var form = MultipleChoice.Form(question.Choices).Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        var lines = text[..Math.Min(text.Length, AnswerReading.LongestAnswer)].ReplaceLineEndings("\n").Split('\n');
        FrontMatter.Cut(lines);
        var unread = MarkdownBlocks.Read(lines)?.IsCode;
        return unread is null
            ? ""
            : string.Join(
                '\n',
                lines.Index().Select(line => unread[line.Index] || TaskLine.IsOption(line.Item) || form.Contains(line.Item.Trim()) ? "" : line.Item)
            );
    }

    private static string Start(string passage) =>
        passage.Length <= LongestPassage
            ? passage
            : passage[..(char.IsHighSurrogate(passage[LongestPassage - 1]) ? LongestPassage - 1 : LongestPassage)] + "\u2026";

    private sealed record Prose(Question Question, string File, Fingerprints Text);
}
