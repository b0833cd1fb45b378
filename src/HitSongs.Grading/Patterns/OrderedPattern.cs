using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Patterns;

/// <summary>Terms one after another.</summary>
/// <param name="Within">Words from the end of a term to the start of the next; null for any number.</param>
internal sealed record OrderedPattern(IReadOnlyList<TextPattern> Terms, int? Within) : TextPattern
{
    public override IReadOnlyList<TextSpan> Find(AnswerReading reading, bool skipDenied)
    {
        var reached = Terms[0].Find(reading, skipDenied);
        foreach (var term in Terms.Skip(1))
        {
            reached = Continue(reading, reached, term.Find(reading, skipDenied));
        }

        return reached;
    }

    // For each place of the next term the nearest end of what came before: both lists are in order, one pass does.
    private List<TextSpan> Continue(AnswerReading reading, IReadOnlyList<TextSpan> before, IReadOnlyList<TextSpan> next)
    {
        var byEnd = before.OrderBy(span => span.Last).ToList();
        var spans = new List<TextSpan>();
        var candidates = 0;
        foreach (var span in next)
        {
            while (candidates < byEnd.Count && byEnd[candidates].Last < span.First)
            {
                candidates++;
            }

            if (candidates > 0 && IsWithin(reading, byEnd[candidates - 1].Last, span.First))
            {
                spans.Add(new TextSpan(byEnd[candidates - 1].First, span.Last));
            }
        }

        return spans;
    }

    private bool IsWithin(AnswerReading reading, int end, int start) =>
        Within is null || reading.Tokens[start].Position - reading.Tokens[end].Position <= Within;
}
