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
    private const double Contrary = -1;
    private const double NextSentence = 0.9;
    private const int Room = 4;

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
        var longest = (int)(Knobs.Win * statement.Terms.Count) + Room;
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
                if (share < least)
                {
                    continue;
                }

                share *= 1 - Knobs.Pair + (Knobs.Pair * Linked(hits, start, i, statement.Terms.Count));
                share -= Foreign(answer, hits[start].Place, place, weights) / whole;
                if (share >= least && !(best.TryGetValue(first.Sentence, out var known) && known.Share >= share))
                {
                    best[first.Sentence] = new Likeness(share, first.Token, last.Token);
                }
            }
        }

        return best.Select(pair => (pair.Key, pair.Value));
    }

    // Share of the neighbours in the statement that are neighbours in the passage too, in the same order or, at half the worth, in the other.
    private static double Linked(List<(int Place, int Index, double Value)> hits, int first, int last, int terms)
    {
        var links = 0.0;
        for (var index = 0; index + 1 < terms; index++)
        {
            var best = 0.0;
            for (var a = first; a <= last; a++)
            {
                if (hits[a].Index != index || hits[a].Value <= 0)
                {
                    continue;
                }

                for (var b = first; b <= last; b++)
                {
                    if (hits[b].Index == index + 1 && hits[b].Value > 0 && Math.Abs(hits[b].Place - hits[a].Place) <= Knobs.Link)
                    {
                        best = Math.Max(best, hits[b].Place > hits[a].Place ? 1 : Knobs.Back);
                    }
                }
            }

            links += best;
        }

        return links / (terms - 1);
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

        for (var i = first - 1; i >= Math.Max(0, first - (int)Knobs.Reach) && !terms[i + 1].AfterCut && terms[i].Sentence == terms[first].Sentence; i--)
        {
            sum += weights.Foreign(terms[i].Id);
        }

        for (var i = last + 1; i < Math.Min(terms.Count, last + 1 + (int)Knobs.Reach) && !terms[i].AfterCut && terms[i].Sentence == terms[last].Sentence; i++)
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
            hits.AddRange(answer.PlacesOf(term.Id).Select(place => (place, index, answer.Terms[place].IsDenied == term.IsDenied ? weight : Knobs.DeniedTerm * weight)));
            hits.AddRange(answer.PlacesOf(weights.Vocabulary.OppositeOf(term.Id)).Select(place => (place, index, answer.Terms[place].IsDenied == term.IsDenied ? Contrary * weight : 0)));
        }

        hits.Sort();
        return hits;
    }
}
