namespace HitSongs.Grading;

/// <summary>An answer as passages that can each say something: its sentences, and up to three parts of a sentence that punctuation sets off.</summary>
/// <remarks>There are at most seven times as many terms in them as in the answer.</remarks>
internal sealed class AnswerPassages
{
    private const int MostParts = 3;
    private const int FewestTerms = 2;

    public AnswerPassages(AnswerReading answer, QuestionStatements statements)
    {
        var terms = statements.Vocabulary.Read(answer);
        var passages = new List<Passage>();
        for (var start = 0; start < terms.Length;)
        {
            var end = start + 1;
            while (end < terms.Length && terms[end].Sentence == terms[start].Sentence)
            {
                end++;
            }

            AddSentence(terms, start, end, statements.Features, passages);
            start = end;
        }

        All = passages;
    }

    /// <summary>Sentence by sentence.</summary>
    public IReadOnlyList<Passage> All { get; }

    private static void AddSentence(Term[] terms, int start, int end, FeatureSpace features, List<Passage> passages)
    {
        Add(start, end);
        var cuts = Enumerable.Range(start, end - start).Where(i => i == start || terms[i].AfterCut).Append(end).ToList();
        for (var from = 0; from + 1 < cuts.Count; from++)
        {
            for (var to = from + 1; to < cuts.Count && to <= from + MostParts; to++)
            {
                var isSentence = from == 0 && to == cuts.Count - 1;
                if (!isSentence)
                {
                    Add(cuts[from], cuts[to]);
                }
            }
        }

        void Add(int first, int after)
        {
            if (after - first >= FewestTerms)
            {
                passages.Add(new Passage(terms[first].Sentence, new TextSpan(terms[first].Token, terms[after - 1].Token), features.Read(terms.AsSpan(first..after))));
            }
        }
    }
}

/// <summary>A sentence of an answer, or a part of one.</summary>
/// <param name="Span">Its first and last words.</param>
internal sealed record Passage(int Sentence, TextSpan Span, FeatureVector Vector);
