using HitSongs.Collecting.Encoders;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Benchmarks.Prose;

/// <summary>How well what was learnt tells a right sentence from one that differs in one thing, on pairs that nothing has been learnt from.</summary>
/// <remarks>The pairs lie in <c>Prose/Pairs</c>, in the form of <see cref="ContrastsFile"/>. Who moves some into the rubric to learn from them takes them out there.</remarks>
internal static class PairReading
{
    /// <param name="only">Ids of questions; all where there are none.</param>
    public static int Run(IReadOnlyList<string> only)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "rubric");
        var encoder = PassageEncoder.Of(folder)!;
        var all = new List<(double Right, double Wrong)>();
        foreach (var question in RubricFolder.Read(folder).Questions.Where(question => only.Count == 0 || only.Contains(question.Id)))
        {
            if (question.Weights is { } weights && Read(question, weights, encoder) is { Count: > 0 } read)
            {
                Tell(question.Id, read);
                all.AddRange(read);
            }
        }

        Tell("together", all);
        return 0;
    }

    // Log-odds of both sentences of each pair.
    private static List<(double Right, double Wrong)> Read(Question question, QuestionWeights weights, PassageEncoder encoder)
    {
        var file = Path.Combine(RepositoryRoot.Path, "tests", "HitSongs.Benchmarks", "Prose", "Pairs", question.Id + ".yaml");
        return ContrastsFile
            .Beside(file, [.. weights.Heads.Keys])
            .GroupBy(sentence => (sentence.Criterion, sentence.Pair))
            .Select(pair => (Of(pair.Single(sentence => sentence.IsRight)), Of(pair.Single(sentence => !sentence.IsRight))))
            .ToList();

        double Of(Contrast sentence) => weights.Heads[sentence.Criterion].Read(encoder.Encode([sentence.Text])[0]).States;
    }

    private static void Tell(string name, List<(double Right, double Wrong)> pairs) => Console.Out.WriteLine(
        $"{name,-44} {pairs.Count,6} pairs: right above wrong {pairs.Average(pair => pair.Right > pair.Wrong ? 1 : 0):P0}, "
            + $"right stated {pairs.Average(pair => pair.Right > 0 ? 1 : 0):P0}, wrong stated {pairs.Average(pair => pair.Wrong > 0 ? 1 : 0):P0}");
}
