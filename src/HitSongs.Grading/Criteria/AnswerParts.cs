using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Criteria;

/// <summary>The parts that an answer is asked to have, such as situation, task, action and result.</summary>
/// <param name="Names">Each may give other names for itself: "result or outcome".</param>
/// <param name="FewestWords">That a part must have, at least 1.</param>
internal sealed record AnswerParts(IReadOnlyList<string> Names, int FewestWords)
{
    private const string Or = " or ";

    // A part may be introduced by them: "The result was …", "My task: …".
    private static readonly string[] Openers = ["the", "a", "an", "my", "our", "your"];

    /// <summary>For each part how many words stand in it; null where it does not begin anywhere.</summary>
    public IReadOnlyList<int?> WordsOf(AnswerReading answer)
    {
        var counts = new int?[Names.Count];
        var stems = Names.Select(name => name.Split(Or, StringSplitOptions.TrimEntries).Select(StemsOf).ToList()).ToList();
        List<int> current = [];
        foreach (var block in answer.Blocks.Where(block => block.Kind is TextBlockKind.Prose or TextBlockKind.Heading))
        {
            var words = Word.AllOf(block.Text);
            if (block.Kind == TextBlockKind.Heading)
            {
                Begin(PartsNamedIn(words, stems));
                continue;
            }

            for (var i = 0; i < words.Count; i++)
            {
                if (i == 0 || BeginsLine(words, i, block) || BeginsSentence(words, i, block.Text))
                {
                    var (parts, end) = PartBegunAt(words, i, block.Text, stems);
                    Begin(parts);
                    i = end;
                }

                if (i < words.Count)
                {
                    current.ForEach(part => counts[part]++);
                }
            }
        }

        return counts;

        void Begin(List<int> parts)
        {
            if (parts.Count > 0)
            {
                current = parts;
                parts.ForEach(part => counts[part] ??= 0);
            }
        }
    }

    private static bool BeginsLine(List<Word> words, int i, TextBlock block) => block.LineAt(words[i].Start) != block.LineAt(words[i - 1].Start);

    private static bool BeginsSentence(List<Word> words, int i, string text) =>
        text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAny('.', '!', '?') >= 0;

    // One heading may name two parts that are told together.
    private static List<int> PartsNamedIn(List<Word> words, List<List<List<string>>> parts)
    {
        var present = words.ConvertAll(word => word.Stem);
        return [.. parts.Index().Where(part => part.Item.Exists(name => name.TrueForAll(present.Contains))).Select(part => part.Index)];
    }

    // At the start of a paragraph the name is enough; inside of one it might be any word of a sentence, and needs its colon.
    private static (List<int> Parts, int End) PartBegunAt(List<Word> words, int i, string text, List<List<List<string>>> parts)
    {
        var start = i == 0 && words[i].IsNumber ? i + 1 : i;
        start += start < words.Count && Openers.Contains(words[start].Text) ? 1 : 0;
        var begun = parts.Index()
            .Select(part => (part.Index, Name: part.Item.Find(IsHere)))
            .Where(part => part.Name is not null)
            .ToList();
        return begun.Count == 0 ? ([], i) : (begun.ConvertAll(part => part.Index), start + begun.Max(part => part.Name!.Count));

        bool IsHere(List<string> name)
        {
            var end = start + name.Count;
            return end <= words.Count
                && name.Index().All(stem => words[start + stem.Index].Stem == stem.Item)
                && (i == 0 || text.AsSpan(words[end - 1].End).TrimStart(" *_").StartsWith(":"));
        }
    }

    private static List<string> StemsOf(string name) => Word.AllOf(name).ConvertAll(word => word.Stem);
}
