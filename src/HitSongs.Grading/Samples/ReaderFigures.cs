using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Samples;

/// <summary>Agreement of marks with the harness's own reading and a second reader's, whatever the rubric lets that one decide.</summary>
/// <param name="Answers">How many answers it was asked about and replied to.</param>
/// <param name="VoidReplies">How many of its replies are void as a whole.</param>
/// <param name="Verdicts">How many verdicts it gave in the others.</param>
/// <param name="VoidVerdicts">How many of them are void, as they do not rest on a sentence of the answer.</param>
/// <param name="Alone">Shares of the concepts' points by the harness's own reading.</param>
/// <param name="Doubts">The same where the second reader decides what is in doubt.</param>
/// <param name="All">The same where it decides all.</param>
/// <param name="DoubtsAlone">Criterion by criterion, those alone that are in doubt and have a valid verdict: by what the harness proposes.</param>
/// <param name="DoubtsBySecond">The same criteria by the verdict.</param>
public sealed record ReaderFigures(
    int Answers,
    int VoidReplies,
    int Verdicts,
    int VoidVerdicts,
    Agreement Alone,
    Agreement Doubts,
    Agreement All,
    Agreement DoubtsAlone,
    Agreement DoubtsBySecond)
{
    /// <param name="samples">Null for a sample to which there was no reply: it is left out.</param>
    /// <param name="encoder">What encodes the answers' passages; null where prose is read by words.</param>
    public static ReaderFigures Of(IReadOnlyList<(Question Question, Sample Sample, SecondReading? Second)> samples, IPassageEncoder? encoder)
    {
        var read = samples.Where(sample => sample.Second is not null).ToList();
        IReadOnlyList<SampleReview> By(VerdictUse use) =>
            [.. read.Select(sample => SampleReview.Of(sample.Question with { VerdictUse = use }, sample.Sample, encoder, sample.Second))];
        var (alone, doubts, all) = (By(VerdictUse.Nothing), By(VerdictUse.Doubts), By(VerdictUse.All));
        var decided = alone.Zip(doubts).SelectMany(pair => pair.First.Scores.Zip(pair.Second.Scores)
            .Where(scores => scores.Second.SecondReader is not null)
            .Select(scores => (Mark: pair.First.Mark(scores.First) / scores.First.MaxPoints, scores.First, scores.Second))).ToList();
        var verdicts = read
            .SelectMany(sample => sample.Second!.Verdicts.Select(verdict => sample.Second.Of(verdict.Criterion, ProseMarks.TextOf(sample.Sample.Answer))))
            .ToList();
        return new ReaderFigures(
            read.Count,
            read.Count(sample => sample.Second!.Fault is not null),
            verdicts.Count,
            verdicts.Count(verdict => verdict is null),
            new SampleFigures(alone).Concepts,
            new SampleFigures(doubts).Concepts,
            new SampleFigures(all).Concepts,
            Agreement.Of([.. decided.Select(one => (one.Mark, Share(one.First)))]),
            Agreement.Of([.. decided.Select(one => (one.Mark, Share(one.Second)))]));
    }

    private static double Share(Score score) => score.ProposedPoints / score.MaxPoints;
}
