using HitSongs.Collecting.Encoders;
using HitSongs.Grading.Learning;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using static TorchSharp.torch;

namespace HitSongs.Collecting.Learning;

/// <summary>Learns the heads of one question, with the encoder as it is, and from where they were: enough where a few of its sentences have changed.</summary>
/// <param name="folder">The rubric's folder.</param>
internal sealed class QuestionLearner(string folder)
{
    private const int Seed = 20;
    private const int Epochs = 12;
    private const int MostOthers = 800;

    // What was learnt from all questions at once reads better than what one question can teach: it is kept, and moved a little.
    private const int EpochsMore = 6;
    private const double RateMore = 5e-4;

    /// <exception cref="UsageException">The rubric has no such question with examples, or no encoder yet.</exception>
    public void Learn(string question)
    {
        var encoder = PassageEncoder.Of(folder) ?? throw new UsageException("nothing has been learnt yet: run hitsongs rubric learn");
        var rubric = RubricFolder.ReadToLearn(folder);
        var (own, others) = Parted(TrainingSentences.Of(folder, rubric), question);
        if (own.Count == 0)
        {
            throw new UsageException($"the rubric has no question {question} with examples");
        }

        random.manual_seed(Seed);
        var heads = new HeadIndex(own);
        var weights = LearningText.Weights(own, heads);
        LearningText[] texts =
        [
            .. own.Select(sentence => new LearningText([], heads.Of(sentence), 0, sentence.IsRight ? 1 : 2, sentence.Pair ?? -1, weights[heads.Of(sentence)])),
            .. others.Select(_ => new LearningText([], -1, -1, 0, -1, 1)),
        ];
        var vectors = encoder.Encode([.. own.Concat(others).Select(sentence => sentence.Text)]);
        using var features = tensor(
            vectors.SelectMany(vector => vector.Values.Select(value => value / PassageVector.Steps)).ToArray(),
            texts.Length,
            PassageVector.Size
        );
        var loss = new HeadLoss(heads, PassageVector.Size);
        if (QuestionWeights.Beside(Path.Combine(folder, question + ".yaml"), question) is { } before && before.Encoder == encoder.Id)
        {
            GoOn(loss, heads, before);
            HeadTrainer.Train(loss, features, texts, EpochsMore, Seed, RateMore);
        }
        else
        {
            HeadTrainer.Train(loss, features, texts, Epochs, Seed);
        }

        LearntHeads.Write(folder, rubric, loss, heads, encoder.Id);
    }

    private static void GoOn(HeadLoss loss, HeadIndex heads, QuestionWeights before)
    {
        foreach (var (_, criterion, head) in heads.All.Where(head => before.Heads.ContainsKey(head.Criterion)))
        {
            loss.Begin(head, before.Heads[criterion]);
        }
    }

    private static (List<LearningSentence> Own, List<LearningSentence> Others) Parted(IReadOnlyList<LearningSentence> all, string question)
    {
        var own = all.Where(sentence => sentence.Question == question).ToList();
        var others = all.Where(sentence => sentence.Question != question && sentence.Question != ScopeLearning.Question).ToList();
        var step = Math.Max(1, others.Count / MostOthers);
        return (own, [.. others.Where((_, i) => i % step == 0)]);
    }
}
