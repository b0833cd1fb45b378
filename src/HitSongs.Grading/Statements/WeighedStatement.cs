using System.Runtime.InteropServices;

namespace HitSongs.Grading;

/// <summary>A statement made ready for the comparison with answers.</summary>
internal sealed class WeighedStatement
{
    // A word that is denied in one and not in the other speaks against likeness, though less than it would speak for it:
    // how far a negation reaches is a guess.
    private const double Denied = -0.9;
    private const double Contrary = -1;

    private readonly (Term Term, double Weight, int Opposite)[] terms;

    /// <param name="weights">Of each of its terms.</param>
    public WeighedStatement(Statement statement, IReadOnlyDictionary<int, double> weights, Vocabulary vocabulary)
    {
        terms = [.. statement.Terms.Select(term => (term, weights[term.Id], vocabulary.OppositeOf(term.Id)))];
        Whole = terms.Sum(term => term.Weight);
    }

    /// <summary>How many terms it has.</summary>
    public int Count => terms.Length;

    /// <summary>Sum of their weights.</summary>
    public double Whole { get; }

    /// <summary>Sum of the weights of those that an answer has.</summary>
    public double PresentIn(AnswerTerms answer)
    {
        var present = 0.0;
        foreach (var (term, weight, _) in terms)
        {
            present += answer.PlacesOf(term.Id).Length > 0 ? weight : 0;
        }

        return present;
    }

    /// <summary>Every place of an answer that has one of the terms or its contrary, in order.</summary>
    /// <param name="hits">Cleared and filled.</param>
    public void FindHits(AnswerTerms answer, List<Hit> hits)
    {
        hits.Clear();
        for (var index = 0; index < terms.Length; index++)
        {
            var (term, weight, opposite) = terms[index];
            foreach (var place in answer.PlacesOf(term.Id))
            {
                hits.Add(new Hit(place, index, answer.Terms[place].IsDenied == term.IsDenied ? weight : Denied * weight));
            }

            foreach (var place in opposite < 0 ? default : answer.PlacesOf(opposite))
            {
                hits.Add(new Hit(place, index, answer.Terms[place].IsDenied == term.IsDenied ? Contrary * weight : 0));
            }
        }

        CollectionsMarshal.AsSpan(hits).Sort(static (a, b) => a.Place != b.Place ? a.Place.CompareTo(b.Place) : a.Index.CompareTo(b.Index));
    }
}

/// <summary>A term of a statement in an answer.</summary>
/// <param name="Place">Index of the answer's term.</param>
/// <param name="Index">Index of the statement's term.</param>
/// <param name="Value">What it speaks for likeness; below 0 against it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hit(int Place, int Index, double Value);
