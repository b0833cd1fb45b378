using HitSongs.Collecting.Encoders;
using HitSongs.Grading.Learning;
using HitSongs.Transformers;

namespace HitSongs.Collecting.Learning;

/// <summary>A sentence to learn from, as the trainer needs it.</summary>
/// <param name="Ids">Its tokens.</param>
/// <param name="Head">Index of its criterion's head.</param>
/// <param name="Question">Index of its question.</param>
/// <param name="Class">1 for what states the criterion, 2 for what says the opposite or something else with its words.</param>
/// <param name="Pair">The same for the two of a pair; −1 where it stands alone.</param>
/// <param name="Weight">How much it counts: more where its criterion has few sentences.</param>
internal sealed record LearningText(long[] Ids, int Head, int Question, int Class, int Pair, float Weight)
{
    // A criterion with so many sentences is learnt well enough without a weight.
    private const double Plenty = 250;
    private const double LargestWeight = 2.5;

    public static LearningText[] All(IReadOnlyList<LearningSentence> sentences, HeadIndex heads, PreTrainedTokenizer tokenizer)
    {
        var weights = Weights(sentences, heads);
        return
        [
            .. sentences.Select(sentence => new LearningText(
                PassageEncoder.IdsOf(tokenizer, sentence.Text),
                heads.Of(sentence),
                heads.QuestionOf(sentence),
                sentence.IsRight ? 1 : 2,
                sentence.Pair ?? -1,
                weights[heads.Of(sentence)]
            )),
        ];
    }

    /// <summary>Weight of each head's sentences.</summary>
    public static IReadOnlyDictionary<int, float> Weights(IReadOnlyList<LearningSentence> sentences, HeadIndex heads) =>
        sentences.CountBy(heads.Of).ToDictionary(pair => pair.Key, pair => (float)Math.Clamp(Math.Sqrt(Plenty / pair.Value), 1, LargestWeight));
}

/// <summary>The criteria that something is learnt for, in the order of the rubric.</summary>
internal sealed class HeadIndex
{
    private readonly Dictionary<(string, string), int> heads = [];
    private readonly List<string> questions = [];
    private readonly List<int> questionOfHead = [];

    public HeadIndex(IEnumerable<LearningSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (!questions.Contains(sentence.Question))
            {
                questions.Add(sentence.Question);
            }

            if (heads.TryAdd((sentence.Question, sentence.Criterion), heads.Count))
            {
                questionOfHead.Add(questions.IndexOf(sentence.Question));
            }
        }
    }

    public int Count => heads.Count;

    public IEnumerable<(string Question, string Criterion, int Head)> All => heads.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value));

    public int Of(LearningSentence sentence) => heads[(sentence.Question, sentence.Criterion)];

    public int QuestionOf(LearningSentence sentence) => questions.IndexOf(sentence.Question);

    /// <summary>Whether a question is <see cref="ScopeLearning.Question"/>.</summary>
    public bool IsScope(int question) => question >= 0 && questions[question] == ScopeLearning.Question;

    /// <summary>The index of a head's question.</summary>
    public int QuestionOf(int head) => questionOfHead[head];
}
