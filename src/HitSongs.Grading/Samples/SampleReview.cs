using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Samples;

/// <summary>A rubric's scores of a sample beside a person's marks.</summary>
public sealed record SampleReview(Question Question, Sample Sample, IReadOnlyList<Score> Scores)
{
    /// <summary>Share of the points that the person gave, 0 to 1.</summary>
    public double PersonShare => Sample.Marks.Values.Sum() / MaxPoints;

    /// <summary>Share of the points that the rubric gave, 0 to 1.</summary>
    public double RubricShare => Scores.Sum(s => s.ProposedPoints) / MaxPoints;

    /// <summary>The criteria on which the two differ by half their points or more.</summary>
    public IReadOnlyList<Score> Disagreements => [.. Scores.Where(s => Math.Abs(s.ProposedPoints - Mark(s.Id)) >= s.MaxPoints / 2)];

    private double MaxPoints => Scores.Sum(s => s.MaxPoints);

    /// <param name="encoder">What encodes the answer's passages; null where the question's prose is read by words.</param>
    /// <param name="second">What a second reader said of it; null where none was asked.</param>
    public static SampleReview Of(Question question, Sample sample, IPassageEncoder? encoder = null, SecondReading? second = null) =>
        new(question, sample, ProseMarks.Of(question, sample.Answer, encoder, second));

    /// <summary>The person's points for a criterion.</summary>
    public double Mark(string criterion) => Sample.Marks.GetValueOrDefault(criterion);

    /// <summary>The person's points for a criterion.</summary>
    public double Mark(Score score) => Mark(score.Id);

    /// <summary>Share of the concepts' points, 0 to 1.</summary>
    /// <param name="points">Of each of their scores.</param>
    public double ConceptShare(Func<Score, double> points)
    {
        var concepts = Scores.Where(score => score.Kind == "concept").ToList();
        return concepts.Count == 0 ? 0 : concepts.Sum(points) / concepts.Sum(score => score.MaxPoints);
    }
}
