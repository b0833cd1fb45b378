using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Samples;

/// <summary>A rubric's scores of a sample beside a person's marks.</summary>
public sealed record SampleReview(Question Question, Sample Sample, IReadOnlyList<Score> Scores)
{
    /// <summary>Share of the points that the person gave, 0 to 1.</summary>
    public double PersonShare => Sample.Marks.Values.Sum() / MaxPoints;

    /// <summary>Share of the points that the rubric gave, 0 to 1.</summary>
    public double RubricShare => Scores.Sum(s => s.Points) / MaxPoints;

    /// <summary>The criteria on which the two differ by half their points or more.</summary>
    public IReadOnlyList<Score> Disagreements => [.. Scores.Where(s => Math.Abs(s.Points - Mark(s.Id)) >= s.MaxPoints / 2)];

    private double MaxPoints => Scores.Sum(s => s.MaxPoints);

    public static SampleReview Of(Question question, Sample sample) => new(question, sample, ProseMarks.Of(question, sample.Answer));

    /// <summary>What the person gave for a criterion.</summary>
    public double Mark(string criterion) => Sample.Marks.GetValueOrDefault(criterion);
}
