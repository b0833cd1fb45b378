using System.Runtime.InteropServices;

namespace HitSongs.Grading;

/// <summary>How like a passage of an answer is to a statement.</summary>
/// <param name="Share">Of what the statement says, at most 1; below 0 where the passage denies it.</param>
/// <param name="First">Index of the passage's first word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Likeness(double Share, int First, int Last)
{
    // A word that is denied in one and not in the other speaks against likeness, though less than it would speak for it:
    // how far a negation reaches is a guess.
    private const double Denied = -0.9;
    private const double Contrary = -1;
    private const double NextSentence = 0.78;
    private const int FewestTerms = 2;
    private const int Looseness = 2;
    private const int Room = 4;
    private const int Around = 3;

    /// <summary>The passage of each sentence that is most like a statement, where it is like it at all.</summary>
    /// <param name="least">Likenesses below are left out.</param>
    public static IEnumerable<(int Sentence, Likeness Likeness)> Find(AnswerTerms answer, Statement statement, TermWeights weights, double least)
    {
        var (whole, present) = (0.0, 0.0);
        foreach (var term in statement.Terms)
        {
            whole += weights[term.Id];
            present += answer.PlacesOf(term.Id).Count > 0 ? weights[term.Id] : 0;
        }

        return present < least * whole ? [] : BySentence(answer, statement, weights, least, whole);
    }

    private static List<(int Sentence, Likeness Likeness)> BySentence(AnswerTerms answer, Statement statement, TermWeights weights, double least, double whole)
    {
        var hits = Hits(answer, statement, weights);
        var longest = (Looseness * statement.Terms.Count) + Room;
        var best = new Dictionary<int, Likeness>();
        Span<double> seen = stackalloc double[statement.Terms.Count];
        for (var start = 0; start < hits.Count; start++)
        {
            seen.Fill(double.NaN);
            var (sum, found) = (0.0, 0);
            var first = answer.Terms[hits[start].Place];
            for (var i = start; i < hits.Count; i++)
            {
                var (place, index, value) = hits[i];
                var last = answer.Terms[place];
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

                var share = sum / whole * (last.Sentence == first.Sentence ? 1 : NextSentence);
                if (share < least || found < FewestTerms)
                {
                    continue;
                }

                share += DeniedAround(answer, hits, start, i, seen) / whole;
                share -= Foreign(answer, hits[start].Place, place, weights) / whole;
                if (share >= least && !(best.TryGetValue(first.Sentence, out var better) && better.Share >= share))
                {
                    best[first.Sentence] = new Likeness(share, first.Token, last.Token);
                }
            }
        }

        return [.. best.Select(pair => (pair.Key, pair.Value))];
    }

    // What the statement says and the words around the passage deny.
    private static double DeniedAround(AnswerTerms answer, List<(int Place, int Index, double Value)> hits, int start, int end, ReadOnlySpan<double> seen)
    {
        var (first, last) = (hits[start].Place, hits[end].Place);
        var sum = 0.0;
        for (var i = start - 1; i >= 0 && first - hits[i].Place <= Around && answer.Terms[hits[i].Place].Sentence == answer.Terms[first].Sentence; i--)
        {
            sum += double.IsNaN(seen[hits[i].Index]) ? Math.Min(0, hits[i].Value) : 0;
        }

        for (var i = end + 1; i < hits.Count && hits[i].Place - last <= Around && answer.Terms[hits[i].Place].Sentence == answer.Terms[last].Sentence; i++)
        {
            sum += double.IsNaN(seen[hits[i].Index]) ? Math.Min(0, hits[i].Value) : 0;
        }

        return sum;
    }

    // What else the thought speaks of: a few terms around the passage, not beyond a comma.
    private static double Foreign(AnswerTerms answer, int first, int last, TermWeights weights)
    {
        var terms = answer.Terms;
        var sum = 0.0;
        for (var i = first; i <= last; i++)
        {
            sum += weights.Foreign(terms[i].Id);
        }

        for (var i = first - 1; i >= Math.Max(0, first - Around) && !terms[i + 1].AfterCut && terms[i].Sentence == terms[first].Sentence; i--)
        {
            sum += weights.Foreign(terms[i].Id);
        }

        for (var i = last + 1; i < Math.Min(terms.Count, last + 1 + Around) && !terms[i].AfterCut && terms[i].Sentence == terms[last].Sentence; i++)
        {
            sum += weights.Foreign(terms[i].Id);
        }

        return sum;
    }

    private static List<(int Place, int Index, double Value)> Hits(AnswerTerms answer, Statement statement, TermWeights weights)
    {
        var hits = new List<(int Place, int Index, double Value)>();
        for (var index = 0; index < statement.Terms.Count; index++)
        {
            var term = statement.Terms[index];
            var weight = weights[term.Id];
            foreach (var place in answer.PlacesOf(term.Id))
            {
                hits.Add((place, index, answer.Terms[place].IsDenied == term.IsDenied ? weight : Denied * weight));
            }

            foreach (var place in answer.PlacesOf(weights.Vocabulary.OppositeOf(term.Id)))
            {
                hits.Add((place, index, answer.Terms[place].IsDenied == term.IsDenied ? Contrary * weight : 0));
            }
        }

        hits.Sort();
        return hits;
    }
}
