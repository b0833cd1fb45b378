using HitSongs.Collecting.Encoders;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

/// <summary>Tells how a rubric agrees with the marks of its samples, and where it does not.</summary>
internal static class SampleTable
{
    /// <param name="heldOut">The samples held out, of which no text is shown, or all others.</param>
    /// <param name="work">Asks a second reader, where there is one, whose agreement is told too.</param>
    public static async Task WriteAsync(string folder, Rubric rubric, bool heldOut, ReaderWork work, TextWriter output, CancellationToken cancel)
    {
        var samples = rubric
            .Questions.SelectMany(question => Samples(folder, question, heldOut).Select(sample => (Question: question, Sample: sample)))
            .ToList();
        var second = await work.ReadAsync([.. samples.Select(pair => (pair.Question, pair.Sample.Answer))], cancel);
        var encoder = PassageEncoder.Of(folder);
        var reviews = samples.Select((pair, i) => SampleReview.Of(pair.Question, pair.Sample, encoder, second[i])).ToList();
        output.WriteLine($"{reviews.Count} samples {(heldOut ? "held out" : "for tuning")}");
        foreach (var question in reviews.GroupBy(r => r.Question.Id, StringComparer.Ordinal))
        {
            WriteAgreement(question.Key, question, output);
        }

        WriteAgreement("all together", reviews, output);
        var read = reviews.Where(r => r.Question.Weights is not null).ToList();
        if (read.Count > 0)
        {
            SampleFigureTable.Write(new SampleFigures(read), output);
        }

        if (work.Model is { } model)
        {
            ReaderTable.Write(model, ReaderFigures.Of([.. samples.Select((pair, i) => (pair.Question, pair.Sample, second[i]))], encoder), output);
        }

        if (heldOut)
        {
            WritePairs(folder, rubric, output);
            return;
        }

        foreach (var review in reviews.Where(r => r.Disagreements.Count > 0))
        {
            output.WriteLine(
                $"{review.Question.Id}, sample {review.Sample.Id} ({review.Sample.Kind}): marked {review.PersonShare:P0}, graded {review.RubricShare:P0}"
            );
            foreach (var score in review.Disagreements)
            {
                output.WriteLine(
                    $"  {score.Id}: marked {review.Mark(score.Id):0.##}, graded {score.ProposedPoints:0.##} of {score.MaxPoints:0.##}. {score.Feedback}"
                );
            }
        }
    }

    private static void WritePairs(string folder, Rubric rubric, TextWriter output)
    {
        var encoder = PassageEncoder.Of(folder);
        var pairs = rubric
            .Questions.SelectMany(question =>
                SamplePair.Beside(Path.Combine(folder, question.Id + ".yaml"), question).Select(pair => pair.Review(question, encoder))
            )
            .ToList();
        foreach (var kind in pairs.GroupBy(pair => pair.Right.Kind, StringComparer.Ordinal))
        {
            output.WriteLine($"  {kind.Count()} pairs of {kind.Key}s: right above wrong {Share(kind, pair => pair.IsRightAbove)}, "
                + $"right given half or more {Share(kind, pair => pair.IsRightAwarded)}, wrong given half or more {Share(kind, pair => pair.IsWrongAwarded)}");
        }
    }

    private static string Share(IEnumerable<PairReview> pairs, Func<PairReview, bool> holds) => $"{pairs.Average(pair => holds(pair) ? 1.0 : 0):P0}";

    private static IEnumerable<Sample> Samples(string folder, Question question, bool heldOut)
    {
        var path = Path.Combine(folder, question.Id + SampleFile.Extension);
        return File.Exists(path) ? SampleFile.Read(path, question, path).Where(sample => sample.IsHeldOut == heldOut) : [];
    }

    private static void WriteAgreement(string name, IEnumerable<SampleReview> reviews, TextWriter output)
    {
        var agreement = Agreement.Of([.. reviews.Select(r => (r.PersonShare, r.RubricShare))]);
        output.WriteLine(
            $"  {name}: {agreement.Count} samples, Pearson r {agreement.Pearson:0.000}, quadratic weighted kappa {agreement.QuadraticKappa:0.000}"
        );
    }
}
