using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using static TorchSharp.torch;

namespace HitSongs.Collecting.Learning;

/// <summary>Writes what was learnt for the criteria of each question beside it.</summary>
internal static class LearntHeads
{
    /// <param name="encoder">The id of the encoder whose vectors the heads read.</param>
    public static void Write(string folder, Rubric rubric, HeadLoss loss, HeadIndex heads, string encoder)
    {
        using var noGradients = no_grad();
        var (weights, biases) = (loss.Weights.view(heads.Count, 3, -1), loss.Biases.view(heads.Count, 3));
        foreach (var question in heads.All.Where(head => head.Question != ScopeLearning.Question).GroupBy(head => head.Question, StringComparer.Ordinal))
        {
            var learnt = question.ToDictionary(head => head.Criterion, head => HeadOf(weights[head.Head], biases[head.Head]), StringComparer.Ordinal);
            var digest = rubric.Questions.Single(q => q.Id == question.Key).ExamplesSha256;
            File.WriteAllText(Path.Combine(folder, question.Key + QuestionWeights.Extension), new QuestionWeights(encoder, digest, learnt).ToJson());
        }
    }

    /// <summary>Heads learnt for what an author does with a sentence; null where the rubric has no sentences for it.</summary>
    public static ScopeHeads? ScopeOf(string folder, HeadLoss loss, HeadIndex heads)
    {
        using var noGradients = no_grad();
        var (weights, biases) = (loss.Weights.view(heads.Count, 3, -1), loss.Biases.view(heads.Count, 3));
        var learnt = heads
            .All.Where(head => head.Question == ScopeLearning.Question)
            .ToDictionary(head => head.Criterion, head => HeadOf(weights[head.Head], biases[head.Head]), StringComparer.Ordinal);
        return ScopeFile.Kinds.All(learnt.ContainsKey)
            ? new ScopeHeads(
                ScopeFile.Digest(folder)!,
                learnt[ScopeFile.Unstated],
                learnt[ScopeFile.RejectsBefore],
                learnt[ScopeFile.RejectsAfter],
                learnt.GetValueOrDefault(ScopeFile.Jumbled))
            : null;
    }

    // "Neither" becomes the origin of the other two.
    private static ReadingHead HeadOf(Tensor weights, Tensor biases)
    {
        var (states, opposes) = (Row(weights, 1), Row(weights, 2));
        var bias = biases.data<float>().ToArray();
        return new ReadingHead(
            states.Weights,
            states.Scale,
            Math.Round(bias[1] - bias[0], 5),
            opposes.Weights,
            opposes.Scale,
            Math.Round(bias[2] - bias[0], 5)
        );
    }

    private static (byte[] Weights, double Scale) Row(Tensor weights, int index)
    {
        using var difference = weights[index] - weights[0];
        return ReadingHead.Rounded(difference.data<float>().ToArray());
    }
}
