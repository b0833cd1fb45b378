using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Copies;

/// <summary>A text that answers may have been copied from, such as another submission's answer.</summary>
/// <param name="Name">How a report names it.</param>
public sealed record CopySource(string Name, string Text);

/// <summary>A passage that stands in two texts.</summary>
/// <param name="Source">Name of the other text.</param>
/// <param name="Line">Where it starts in the text that was checked; 1 for the first line.</param>
/// <param name="Passage">As it stands there.</param>
/// <param name="SourceLine">Where it starts in the other text.</param>
/// <param name="SourcePassage">As it stands there.</param>
/// <param name="Words">How many words they share in a row.</param>
public sealed record CopiedPassage(string Source, int Line, string Passage, int SourceLine, string SourcePassage, int Words)
{
    /// <summary>Index of its first word among those of the text that was checked.</summary>
    internal int FirstWord { get; init; }
}

/// <summary>Finds passages that two texts share, for a person to judge: it takes no points.</summary>
public static class CopyCheck
{
    /// <summary>The passages of at least eleven words that a text shares with any of the sources, in the order of the text.</summary>
    /// <remarks>Form and endings of words, signs and line breaks do not matter. Shorter passages, from eight words on, may be found as well.</remarks>
    public static IReadOnlyList<CopiedPassage> Find(string text, IReadOnlyList<CopySource> sources) =>
        Find(new Fingerprints(text), sources.Select(source => (source.Name, new Fingerprints(source.Text))));

    internal static IReadOnlyList<CopiedPassage> Find(Fingerprints text, IEnumerable<(string Name, Fingerprints Text)> sources) =>
        [
            .. sources
                .SelectMany(source => Shared(text, source.Name, source.Text))
                .OrderBy(passage => passage.Line)
                .ThenBy(passage => passage.Source, StringComparer.Ordinal),
        ];

    private static IEnumerable<CopiedPassage> Shared(Fingerprints own, string name, Fingerprints other)
    {
        var places = new Dictionary<ulong, int>();
        foreach (var mark in other.Marks)
        {
            places.TryAdd(mark.Hash, mark.Word);
        }

        var covered = 0;
        foreach (var mark in own.Marks.Where(mark => places.ContainsKey(mark.Hash)))
        {
            if (mark.Word >= covered && Grown(own.All, other.All, mark.Word, places[mark.Hash], covered) is { Length: >= Fingerprints.Words } run)
            {
                covered = run.Start + run.Length;
                yield return new CopiedPassage(
                    name,
                    LineOf(own.Text, own.All[run.Start].Start),
                    Cut(own.Text, own.All, run.Start, run.Length),
                    LineOf(other.Text, other.All[run.OtherStart].Start),
                    Cut(other.Text, other.All, run.OtherStart, run.Length),
                    run.Length)
                {
                    FirstWord = run.Start,
                };
            }
        }
    }

    private static (int Start, int OtherStart, int Length) Grown(List<Word> own, List<Word> other, int start, int otherStart, int least)
    {
        while (start > least && otherStart > 0 && own[start - 1].Stem == other[otherStart - 1].Stem)
        {
            start--;
            otherStart--;
        }

        var length = 0;
        while (start + length < own.Count && otherStart + length < other.Count && own[start + length].Stem == other[otherStart + length].Stem)
        {
            length++;
        }

        return (start, otherStart, length);
    }

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

    private static string Cut(string text, List<Word> words, int start, int length) => text[words[start].Start..words[start + length - 1].End];
}
