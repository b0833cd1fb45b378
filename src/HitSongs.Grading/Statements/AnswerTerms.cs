namespace HitSongs.Grading;

/// <summary>The terms of an answer, and where each of them stands.</summary>
internal sealed class AnswerTerms
{
    private readonly IReadOnlyList<int>?[] places;

    public AnswerTerms(AnswerReading answer, Vocabulary vocabulary)
    {
        Terms = vocabulary.Read(answer);
        var found = new List<int>?[vocabulary.Count];
        for (var i = 0; i < Terms.Count; i++)
        {
            if (Terms[i].Id >= 0)
            {
                (found[Terms[i].Id] ??= []).Add(i);
            }
        }

        places = found;
    }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Index of the first term that stands at a word or after it.</summary>
    public int FirstFrom(int token)
    {
        var (low, high) = (0, Terms.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Terms[middle].Token < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Indices of a term, ascending.</summary>
    public IReadOnlyList<int> PlacesOf(int id) => id < 0 ? [] : places[id] ?? [];
}
