using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Statements;

/// <summary>An answer as passages that can each say something: its sentences, and up to three parts of a sentence that punctuation sets off.</summary>
/// <remarks>There are at most seven times as many terms in them as in the answer.</remarks>
internal sealed class AnswerPassages
{
    private const int MostParts = 3;
    private const int FewestTerms = 3;

    public AnswerPassages(AnswerReading answer, QuestionStatements statements)
    {
        var terms = statements.Vocabulary.Read(answer);
        var sentences = new List<SentencePassages>();
        for (var start = 0; start < terms.Length;)
        {
            var end = start + 1;
            while (end < terms.Length && terms[end].Sentence == terms[start].Sentence)
            {
                end++;
            }

            if (PassagesOf(terms, start, end, statements.Features) is { Count: > 0 } passages)
            {
                sentences.Add(new SentencePassages(terms[start].Sentence, passages, statements.Index.CosinesWith(passages[0].Vector)));
            }

            start = end;
        }

        Sentences = sentences;
    }

    /// <summary>Those with two terms or more, in the answer's order.</summary>
    public IReadOnlyList<SentencePassages> Sentences { get; }

    // The sentence itself, and then its parts.
    private static List<Passage> PassagesOf(Term[] terms, int start, int end, FeatureSpace features)
    {
        var passages = new List<Passage>();
        var sentence = new SentenceFeatures(features, terms.AsSpan(start..end));
        Add(start, end);
        var cuts = new List<int> { start };
        for (var i = start + 1; i < end; i++)
        {
            if (terms[i].AfterCut)
            {
                cuts.Add(i);
            }
        }

        cuts.Add(end);
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

        return passages;

        void Add(int first, int after)
        {
            if (after - first >= FewestTerms)
            {
                passages.Add(new Passage(new TextSpan(terms[first].Token, terms[after - 1].Token), sentence.Of(first - start, after - start)));
            }
        }
    }
}

/// <summary>A sentence of an answer, or a part of one.</summary>
/// <param name="Span">Its first and last words.</param>
internal sealed record Passage(TextSpan Span, FeatureVector Vector);

/// <summary>A sentence of an answer.</summary>
/// <param name="Sentence">Its index among those of the answer.</param>
/// <param name="Passages">The whole sentence first, then its parts.</param>
/// <param name="Cosines">How like the sentence is to each statement of the question.</param>
internal sealed record SentencePassages(int Sentence, IReadOnlyList<Passage> Passages, double[] Cosines);
