namespace HitSongs.Grading;

/// <summary>The terms of an answer, and where each of them stands.</summary>
internal sealed class AnswerTerms
{
    // Chosen with the samples for tuning and the rubric as it was before it learnt from them: good answers in words of their own
    // are as familiar, texts about something else mostly are not.
    private const double Enough = 0.7;
    private const double Worth = 3;

    // Terms of ordinary familiarity that every text is taken to have besides: one strange word in three says little.
    private const double Ordinary = 4;

    private readonly int[] places;
    private readonly int[] starts;
    private readonly int[] previous;
    private readonly int known;
    private readonly int all;

    public AnswerTerms(AnswerReading answer, Vocabulary vocabulary)
    {
        Terms = vocabulary.Read(answer);
        previous = new int[Terms.Length];
        var latest = new int[2 * vocabulary.Count];
        Array.Fill(latest, -1);
        for (var i = 0; i < Terms.Length; i++)
        {
            previous[i] = -1;
            if (Terms[i].Id >= 0)
            {
                previous[i] = latest[Terms[i].Key];
                latest[Terms[i].Key] = i;
            }
        }

        (places, starts) = PlacesById(Terms, vocabulary.Count);
        foreach (var term in Terms)
        {
            if (!answer.Tokens[term.Token].Word.IsNumber)
            {
                known += term.Id >= 0 ? 1 : 0;
                all++;
            }
        }
    }

    public Term[] Terms { get; }

    /// <summary>How far the words of the answer are from those that the question is about; 0 where they are its own.</summary>
    /// <param name="familiarity">Share of its terms that a statement of the rubric has in common with the others.</param>
    /// <remarks>Words of the question in a text about trains or gardens mean something else there.</remarks>
    public double StrangenessAt(double familiarity) =>
        Worth * Math.Max(0, (Enough * familiarity) - ((known + (familiarity * Ordinary)) / (all + Ordinary)));

    /// <summary>Index of the first term that stands at a word or after it.</summary>
    public int FirstFrom(int token)
    {
        var (low, high) = (0, Terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Terms[middle].Token < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Indices of a term that the vocabulary knows, ascending.</summary>
    public ReadOnlySpan<int> PlacesOf(int id) => places.AsSpan(starts[id]..starts[id + 1]);

    /// <summary>Index of the nearest place before at which the same stands, as denied as here; −1 where there is none.</summary>
    public int PreviousOf(int place) => previous[place];

    // All places in one array, those of a term together.
    private static (int[] Places, int[] Starts) PlacesById(Term[] terms, int count)
    {
        var from = new int[count + 1];
        foreach (var term in terms)
        {
            from[term.Id + 1]++;
        }

        // Unknown terms, whose id is −1, have no place of their own.
        from[0] = 0;
        for (var id = 1; id <= count; id++)
        {
            from[id] += from[id - 1];
        }

        var found = new int[from[count]];
        var next = from[..count];
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Id >= 0)
            {
                found[next[terms[i].Id]++] = i;
            }
        }

        return (found, from);
    }
}
