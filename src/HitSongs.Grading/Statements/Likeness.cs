using System.Runtime.InteropServices;

namespace HitSongs.Grading;

/// <summary>How like a passage of an answer is to a statement.</summary>
/// <param name="Share">Of what the statement says, at most 1; below 0 where the passage denies it.</param>
/// <param name="First">Index of the passage's first word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Likeness(double Share, int First, int Last)
{
    private const double NextSentence = 0.78;
    private const int FewestTerms = 2;
    private const int Looseness = 2;
    private const int Room = 4;
    private const int Around = 3;

    /// <summary>For each sentence of an answer the passage that is most like any of some statements; where none is, it is missing.</summary>
    /// <param name="least">Likenesses below are left out.</param>
    public static Dictionary<int, Likeness> Best(AnswerTerms answer, TermWeights weights, double least)
    {
        var best = new Dictionary<int, Likeness>();
        var hits = new List<Hit>();
        var foreign = weights.ForeignUpTo(answer.Terms);
        foreach (var statement in weights.Statements)
        {
            if (statement.PresentIn(answer) >= least * statement.Whole)
            {
                statement.FindHits(answer, hits);
                Find(answer, statement, CollectionsMarshal.AsSpan(hits), foreign, least, best);
            }
        }

        return best;
    }

    private static void Find(AnswerTerms answer, WeighedStatement statement, ReadOnlySpan<Hit> hits, double[] foreign, double least, Dictionary<int, Likeness> best)
    {
        var terms = answer.Terms;
        var longest = (Looseness * statement.Count) + Room;
        Span<double> seen = stackalloc double[statement.Count];
        for (var start = 0; start < hits.Length; start++)
        {
            seen.Fill(double.NaN);
            var (sum, found) = (0.0, 0);
            var first = terms[hits[start].Place];
            for (var i = start; i < hits.Length; i++)
            {
                var (place, index, value) = hits[i];
                var last = terms[place];
                if (place - hits[start].Place >= longest || last.Sentence - first.Sentence > 1 || last.Block != first.Block)
                {
                    break;
                }

                var known = seen[index];
                if (!(known >= value))
                {
                    seen[index] = value;
                    sum += value - (double.IsNaN(known) ? 0 : known);
                    found += value > 0 && !(known > 0) ? 1 : 0;
                }

                var share = sum / statement.Whole * (last.Sentence == first.Sentence ? 1 : NextSentence);
                if (share < least || found < FewestTerms)
                {
                    continue;
                }

                share += DeniedAround(terms, hits, start, i, seen) / statement.Whole;
                share -= Foreign(terms, hits[start].Place, place, foreign) / statement.Whole;
                if (share >= least && !(best.TryGetValue(first.Sentence, out var better) && better.Share >= share))
                {
                    best[first.Sentence] = new Likeness(share, first.Token, last.Token);
                }
            }
        }
    }

    // What the statement says and the words around the passage deny.
    private static double DeniedAround(Term[] terms, ReadOnlySpan<Hit> hits, int start, int end, ReadOnlySpan<double> seen)
    {
        var (first, last) = (hits[start].Place, hits[end].Place);
        var sum = 0.0;
        for (var i = start - 1; i >= 0 && first - hits[i].Place <= Around && terms[hits[i].Place].Sentence == terms[first].Sentence; i--)
        {
            sum += double.IsNaN(seen[hits[i].Index]) ? Math.Min(0, hits[i].Value) : 0;
        }

        for (var i = end + 1; i < hits.Length && hits[i].Place - last <= Around && terms[hits[i].Place].Sentence == terms[last].Sentence; i++)
        {
            sum += double.IsNaN(seen[hits[i].Index]) ? Math.Min(0, hits[i].Value) : 0;
        }

        return sum;
    }

    // What else the thought speaks of: a few terms around the passage, not beyond a comma.
    private static double Foreign(Term[] terms, int first, int last, double[] foreign)
    {
        var (from, to) = (first, last);
        while (from > 0 && first - from < Around && !terms[from].AfterCut && terms[from - 1].Sentence == terms[first].Sentence)
        {
            from--;
        }

        while (to + 1 < terms.Length && to - last < Around && !terms[to + 1].AfterCut && terms[to + 1].Sentence == terms[last].Sentence)
        {
            to++;
        }

        return foreign[to + 1] - foreign[from];
    }
}
