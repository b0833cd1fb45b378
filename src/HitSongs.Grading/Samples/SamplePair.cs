using HitSongs.Grading.Grades;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.Samples;

/// <summary>Two held-out sentences that differ in role, order, condition, quantity or polarity alone: one states a criterion, one does not.</summary>
public sealed record SamplePair(string Criterion, string Right, string Wrong)
{
    /// <summary>Those of the file beside a question; none where there is no file.</summary>
    /// <exception cref="InvalidInputException">A pair lacks a key, or names no criterion of prose.</exception>
    public static IReadOnlyList<SamplePair> Beside(string path, Question question)
    {
        var file = Path.ChangeExtension(path, SampleFile.Extension);
        if (!File.Exists(file))
        {
            return [];
        }

        var map = new YamlMap(YamlFile.Read(file, file), file, "the file", ["samples", "pairs"]);
        var ids = question.ProseCriteria.Select(criterion => criterion.Id).ToArray();
        return !map.Has("pairs") ? [] : [.. map.Items("pairs").Select(node =>
        {
            var pair = new YamlMap(node, file, "the pair", ["criterion", "right", "wrong"]);
            return new SamplePair(pair.OneOf("criterion", ids), pair.Text("right"), pair.Text("wrong"));
        })];
    }

    /// <summary>Scores each of the two as an answer by itself.</summary>
    public PairReview Review(Question question, IPassageEncoder? encoder) => new(this, ScoreOf(question, Right, encoder), ScoreOf(question, Wrong, encoder));

    private Score ScoreOf(Question question, string text, IPassageEncoder? encoder) =>
        ProseMarks.Of(question, text, encoder).Single(score => score.Id == Criterion);
}

/// <summary>A pair and its scores.</summary>
public sealed record PairReview(SamplePair Pair, Score Right, Score Wrong)
{
    /// <summary>Whether the right sentence is more likely to state the criterion, by probability where both earn the same.</summary>
    public bool IsRightAbove => Chance(Right) > Chance(Wrong);

    /// <summary>Whether the wrong sentence is given at least half the points.</summary>
    public bool IsWrongAwarded => Wrong.ProposedPoints >= Wrong.MaxPoints / 2;

    /// <summary>Whether the right sentence is given at least half the points.</summary>
    public bool IsRightAwarded => Right.ProposedPoints >= Right.MaxPoints / 2;

    // The probability that it is stated; of a misconception, what is right is what states it.
    private static double Chance(Score score)
    {
        var share = score.ProposedPoints / score.MaxPoints;
        return score.StatedProbability ?? share;
    }
}
