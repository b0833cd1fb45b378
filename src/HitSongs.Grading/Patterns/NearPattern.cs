using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Patterns;

/// <summary>Terms in any order, the first and the last word at most so many words apart.</summary>
internal sealed record NearPattern(IReadOnlyList<TextPattern> Terms, int Within) : TextPattern
{
    public override IReadOnlyList<TextSpan> Find(AnswerReading reading, bool skipDenied)
    {
        var found = Terms.SelectMany((term, index) => term.Find(reading, skipDenied).Select(span => (span, index))).OrderBy(pair => pair.span.First).ToList();
        var latest = new TextSpan?[Terms.Count];
        var spans = new List<TextSpan>();
        foreach (var (span, index) in found)
        {
            latest[index] = span;
            if (latest.Contains(null))
            {
                continue;
            }

            var (first, last) = (latest.Min(term => term!.Value.First), latest.Max(term => term!.Value.Last));
            if (reading.Tokens[last].Position - reading.Tokens[first].Position <= Within)
            {
                spans.Add(new TextSpan(first, last));
            }
        }

        return Sorted(spans);
    }
}
