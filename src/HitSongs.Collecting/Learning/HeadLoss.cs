using HitSongs.Grading.Readers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Collecting.Learning;

/// <summary>All heads together, and what is to be made small: for each text and head the cross-entropy over "neither", "states", "opposes", and the margin
/// of pairs.</summary>
internal sealed class HeadLoss
{
    private const int Classes = 3;

    // A sentence tells most about its own criterion; about the others of its question it may say something too. What stands in a frame may state any.
    private const float SameQuestionWeight = 0.2f;
    private const float OtherQuestionWeight = 0.05f;
    private const double Margin = 3;
    private const double MarginWeight = 0.5;
    private const double FirstNeither = 2;

    private readonly HeadIndex heads;

    public HeadLoss(HeadIndex heads, int features)
    {
        this.heads = heads;
        Weights = nn.Parameter(randn(heads.Count * Classes, features) * 0.02);
        Biases = nn.Parameter(zeros(heads.Count * Classes));
        using var noGradients = no_grad();
        Biases.view(heads.Count, Classes).select(1, 0).fill_(FirstNeither);
    }

    /// <summary>[heads · 3, features]</summary>
    public Parameter Weights { get; }

    /// <summary>[heads · 3]</summary>
    public Parameter Biases { get; }

    /// <summary>Goes on from heads that were learnt before: "neither" is the origin of the other two.</summary>
    public void Begin(int head, ReadingHead before)
    {
        using var noGradients = no_grad();
        foreach (var (row, weights, scale, bias) in ((int, byte[], double, double)[])
            [
                (0, new byte[before.States.Length], 0, 0),
                (1, before.States, before.StatesScale, before.StatesBias),
                (2, before.Opposes, before.OpposesScale, before.OpposesBias),
            ])
        {
            Weights[(head * Classes) + row].copy_(tensor(Array.ConvertAll(weights, weight => (float)((sbyte)weight * scale * PassageVector.Steps))));
            Biases[(head * Classes) + row].fill_(bias);
        }
    }

    /// <param name="features">[batch, features]</param>
    /// <param name="texts">The batch; the two of a pair lie side by side.</param>
    public Tensor Of(Tensor features, IReadOnlyList<LearningText> texts)
    {
        var logits = (features.matmul(Weights.t()) + Biases).view(texts.Count, heads.Count, Classes);
        var (targets, weights) = Targets(texts);
        var losses = -nn.functional.log_softmax(logits, -1).gather(2, tensor(targets, texts.Count, heads.Count, 1)).squeeze(2);
        var loss = (losses * tensor(weights, texts.Count, heads.Count)).sum();
        if (PairsOf(texts) is { Count: > 0 } pairs)
        {
            var odds = (logits.select(2, 1) - stack([logits.select(2, 0), logits.select(2, 2)], 2).logsumexp(2)).flatten();
            var weight = tensor(pairs.ConvertAll(pair => texts[pair.Right].Weight));
            var right = odds.index_select(0, tensor(pairs.ConvertAll(pair => (long)(pair.Right * heads.Count) + pair.Head)));
            var wrong = odds.index_select(0, tensor(pairs.ConvertAll(pair => (long)(pair.Wrong * heads.Count) + pair.Head)));
            loss += MarginWeight * (weight * nn.functional.softplus(Margin - (right - wrong))).sum();
        }

        return loss / texts.Count;
    }

    private (long[] Targets, float[] Weights) Targets(IReadOnlyList<LearningText> texts)
    {
        var (targets, weights) = (new long[texts.Count * heads.Count], new float[texts.Count * heads.Count]);
        for (var row = 0; row < texts.Count; row++)
        {
            for (var head = 0; head < heads.Count; head++)
            {
                var isOwn = head == texts[row].Head;
                targets[(row * heads.Count) + head] = isOwn ? texts[row].Class : 0;
                weights[(row * heads.Count) + head] =
                    isOwn ? texts[row].Weight
                    : heads.IsScope(texts[row].Question) ? 0
                    : heads.QuestionOf(head) == texts[row].Question ? SameQuestionWeight
                    : OtherQuestionWeight;
            }
        }

        return (targets, weights);
    }

    private static List<(int Right, int Wrong, int Head)> PairsOf(IReadOnlyList<LearningText> texts)
    {
        var pairs = new List<(int, int, int)>();
        for (var i = 0; i + 1 < texts.Count; i++)
        {
            if (texts[i].Pair >= 0 && texts[i].Pair == texts[i + 1].Pair && texts[i].Class != texts[i + 1].Class)
            {
                pairs.Add(texts[i].Class == 1 ? (i, i + 1, texts[i].Head) : (i + 1, i, texts[i].Head));
            }
        }

        return pairs;
    }
}
