using HitSongs.Grading.Excerpts;

namespace HitSongs.Grading.Readers;

/// <summary>Reading of a criterion in an answer.</summary>
/// <param name="States">Log-odds of the passage that states it best; −12 where there is none.</param>
/// <param name="Opposes">Log-odds of the passage that states its opposite best.</param>
/// <param name="Best">That passage; null where the answer has none.</param>
/// <param name="Opposite">The passage that states the opposite.</param>
/// <param name="Unstated">A passage that would state it, if its author stated it; null where there is none.</param>
internal sealed record CriterionReading(double States, double Opposes, Excerpt? Best, Excerpt? Opposite, Excerpt? Unstated)
{
    private const double None = -12;
    private const double Plain = 0;

    public static CriterionReading Of(ReadingHead head, IReadOnlyList<(Excerpt Excerpt, PassageVector Vector)> passages)
    {
        var (states, opposes, unstated) = (None, None, Plain);
        var (best, opposite, other) = ((Excerpt?)null, (Excerpt?)null, (Excerpt?)null);
        foreach (var (excerpt, vector) in passages)
        {
            var reading = head.Read(vector);
            if (excerpt.Scope == Scope.Stated)
            {
                (states, best) = reading.States > states ? (reading.States, excerpt) : (states, best);
                (opposes, opposite) = reading.Opposes > opposes ? (reading.Opposes, excerpt) : (opposes, opposite);
            }
            else
            {
                (unstated, other) = reading.States > unstated ? (reading.States, excerpt) : (unstated, other);
            }
        }

        return new CriterionReading(states, opposes, best, opposite, other);
    }
}
