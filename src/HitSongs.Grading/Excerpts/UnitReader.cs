using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Excerpts;

/// <summary>Cuts an answer into units, in its order: each with what a reader has in mind when he comes to it.</summary>
internal static class UnitReader
{
    private const double LeastRead = 0.6;
    private const int FewestWords = 3;
    private const int FewWords = 9;
    private const int MostWordsOfHeading = 8;
    private const int MostWordsOfPrevious = 30;

    // A sentence that begins so says what it says only together with the one before.
    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal)
    {
        "it",
        "this",
        "that",
        "they",
        "these",
        "those",
        "then",
        "there",
        "so",
        "thus",
        "hence",
        "otherwise",
        "here",
        "both",
        "each",
        "only",
        "its",
        "their",
        "afterwards",
        "therefore",
        "instead",
        "without",
        "which",
        "neither",
        "the",
        "if",
        "but",
        "and",
        "also",
        "not",
        "no",
        "yes",
        "because",
        "he",
        "she",
        "one",
    };

    public static List<Unit> Read(AnswerReading answer)
    {
        var units = new List<Unit>();
        var sentences = answer.Sentences.Index().ToLookup(pair => pair.Item.Block, pair => (pair.Index, pair.Item));
        var words = answer.Tokens.CountBy(token => token.Sentence).ToDictionary();
        for (var block = 0; block < answer.Blocks.Count; block++)
        {
            switch (answer.Blocks[block].Kind)
            {
                case TextBlockKind.Prose:
                    AddSentences(
                        block,
                        answer.Blocks[block],
                        sentences[block].Where(pair => IsRead(pair.Item, words.GetValueOrDefault(pair.Index))).Select(pair => pair.Item),
                        units
                    );
                    break;
                case TextBlockKind.TableRow:
                    AddCells(block, answer.Blocks[block], answer.IsOfPrompt, units);
                    break;
                case TextBlockKind.Comment when !answer.IsOfPrompt(answer.Blocks[block].Text):
                    AddComment(block, answer.Blocks[block], units);
                    break;
            }
        }

        return units;
    }

    private static bool IsRead(Sentence sentence, int readWords) => readWords > 0 && readWords >= LeastRead * Word.AllOf(sentence.Text).Count;

    private static void AddSentences(int block, TextBlock text, IEnumerable<Sentence> sentences, List<Unit> units)
    {
        var (previous, isFirst, isOpen) = ("", true, false);
        foreach (var sentence in sentences)
        {
            var marks = sentence.Text.Count(letter => letter is '"' or '\u201c' or '\u201d');
            var isQuoted = text.IsQuoted || isOpen || (marks >= 2 && sentence.Text.TrimStart() is ['"' or '\u201c', ..]);
            isOpen ^= marks % 2 == 1;
            var (joined, after) = (new List<string>(), new List<string>());
            AddJoined(after, previous, sentence.Text, needsPointer: true);
            if (isFirst)
            {
                AddJoined(joined, text.Lead.Length > 0 ? text.Lead + ":" : "", sentence.Text, needsPointer: false);
                AddJoined(
                    joined,
                    text.Heading.Length > 0 && text.Heading.Split(' ').Length <= MostWordsOfHeading ? text.Heading + ":" : "",
                    sentence.Text,
                    needsPointer: false
                );
            }

            units.Add(
                new Unit(block, sentence.Line, sentence.Text, text.Kind)
                {
                    Joined = joined,
                    AfterPrevious = after.Count > 0 ? after[0] : null,
                    IsFirst = isFirst,
                    IsQuoted = isQuoted,
                    Lead = text.Lead,
                    Heading = text.Heading,
                }
            );
            (previous, isFirst) = (sentence.Text, false);
        }
    }

    private static void AddJoined(List<string> joined, string before, string text, bool needsPointer)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            before.Length > 0
            && before.Split(' ').Length <= MostWordsOfPrevious
            && (!needsPointer || words.Length <= FewWords || Pointers.Contains(words[0].TrimEnd(',', ':').ToLowerInvariant()))
        )
        {
            joined.Add($"{before} {text}");
        }
    }

    // A cell is read with the first one of its row and the head of its column; a row also as a whole.
    private static void AddCells(int block, TextBlock row, Func<string, bool> isOfPrompt, List<Unit> units)
    {
        if (row.Cells.Count == 0)
        {
            return;
        }

        var first = row.Cells[0].Text;
        for (var i = row.Cells.Count > 1 ? 1 : 0; i < row.Cells.Count; i++)
        {
            var (head, text) = row.Cells[i];
            if (text.Any(char.IsLetter) && !isOfPrompt(text))
            {
                var joined = i == 0 ? [] : new List<string> { Joined(first, text), Joined(head, text), Joined(Joined(first, head), text) };
                units.Add(
                    new Unit(block, row.Lines[0], text, row.Kind)
                    {
                        Joined = [.. joined.Distinct(StringComparer.Ordinal).Where(other => other != text)],
                        IsFirst = true,
                        Heading = row.Heading,
                    }
                );
            }
        }
    }

    private static void AddComment(int block, TextBlock comment, List<Unit> units)
    {
        if (Word.AllOf(comment.Text).Count >= FewestWords || comment.Lead.Length > 0)
        {
            units.Add(
                new Unit(block, comment.Lines[0], comment.Text.Trim(), comment.Kind)
                {
                    Joined = comment.Lead.Length > 0 ? [$"{comment.Lead}: {comment.Text.Trim()}"] : [],
                    IsFirst = true,
                    Heading = comment.Heading,
                }
            );
        }
    }

    private static string Joined(string before, string text) => before.Length == 0 ? text : $"{before}: {text}";
}
