using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Patterns;

/// <summary>Words that follow one another; each place in the phrase may have synonyms.</summary>
/// <param name="Places">For each place the word sequences that may stand there.</param>
internal sealed record PhrasePattern(IReadOnlyList<IReadOnlyList<IReadOnlyList<PatternWord>>> Places) : TextPattern
{
    public override IReadOnlyList<TextSpan> Find(AnswerReading reading, bool skipDenied)
    {
        var starts = new SortedSet<int>();
        foreach (var sequence in Places[0])
        {
            reading.Index.AddPlacesOf(sequence[0], starts);
        }

        var spans = new List<TextSpan>();
        foreach (var first in starts)
        {
            var end = EndOf(reading, place: 0, first);
            if (end > first && !(skipDenied && Negation.Denies(reading, first)))
            {
                spans.Add(new TextSpan(first, end - 1));
            }
        }

        return spans;
    }

    // The index after the phrase where it starts at a word, or -1.
    private int EndOf(AnswerReading reading, int place, int start)
    {
        if (place == Places.Count)
        {
            return start;
        }

        foreach (var sequence in Places[place])
        {
            if (Stands(reading, sequence, start) && EndOf(reading, place + 1, start + sequence.Count) is var end and >= 0
                && Adjoins(reading, start + sequence.Count - 1, end))
            {
                return end;
            }
        }

        return -1;
    }

    private static bool Stands(AnswerReading reading, IReadOnlyList<PatternWord> sequence, int start)
    {
        for (var i = 0; i < sequence.Count; i++)
        {
            var index = start + i;
            if (index >= reading.Tokens.Count || !sequence[i].Matches(reading.Tokens[index].Word) || (i > 0 && !Adjoins(reading, index - 1, index + 1)))
            {
                return false;
            }
        }

        return true;
    }

    // Whether the next word belongs to the same run of words, where the phrase goes on with it.
    private static bool Adjoins(AnswerReading reading, int index, int end) =>
        end <= index + 1 || reading.Tokens[index + 1].Position == reading.Tokens[index].Position + 1;
}
