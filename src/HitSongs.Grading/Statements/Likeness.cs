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
    private const double Denied = -0.6;
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
        var whole = statement.Terms.Sum(term => weights[term.Id]);
        var present = statement.Terms.Where(term => answer.PlacesOf(term.Id).Count > 0).Sum(term => weights[term.Id]);
        return present < least * whole ? [] : BySentence(answer, statement, weights, least, whole);
    }

    private static IEnumerable<(int Sentence, Likeness Likeness)> BySentence(AnswerTerms answer, Statement statement, TermWeights weights, double least, double whole)
    {
        var hits = Hits(answer, statement, weights);
        var longest = (Looseness * statement.Terms.Count) + Room;
        var best = new Dictionary<int, Likeness>();
        var seen = new double?[statement.Terms.Count];
        for (var start = 0; start < hits.Count; start++)
        {
            Array.Clear(seen);
            var first = answer.Terms[hits[start].Place];
            for (var i = start; i < hits.Count; i++)
            {
                var (place, index, value) = hits[i];
                var last = answer.Terms[place];
                if (place - hits[start].Place >= longest || last.Sentence - first.Sentence > 1 || last.Block != first.Block)
                {
                    break;
                }

                seen[index] = Math.Max(seen[index] ?? double.MinValue, value);
                var share = seen.Sum(v => v ?? 0) / whole * (last.Sentence == first.Sentence ? 1 : NextSentence);
                if (share < least || seen.Count(value => value > 0) < FewestTerms)
                {
                    continue;
                }

                share -= Foreign(answer, hits[start].Place, place, weights) / whole;
                if (share >= least && !(best.TryGetValue(first.Sentence, out var known) && known.Share >= share))
                {
                    best[first.Sentence] = new Likeness(share, first.Token, last.Token);
                }
            }
        }

        return best.Select(pair => (pair.Key, pair.Value));
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
            hits.AddRange(answer.PlacesOf(term.Id).Select(place => (place, index, answer.Terms[place].IsDenied == term.IsDenied ? weight : Denied * weight)));
            hits.AddRange(answer.PlacesOf(weights.Vocabulary.OppositeOf(term.Id)).Select(place => (place, index, answer.Terms[place].IsDenied == term.IsDenied ? Contrary * weight : 0)));
        }

        hits.Sort();
        return hits;
    }
}
