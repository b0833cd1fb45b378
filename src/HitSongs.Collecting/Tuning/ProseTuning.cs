using HitSongs.Collecting.Encoders;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;
using HitSongs.Grading.Tuning;

namespace HitSongs.Collecting.Tuning;

/// <summary>Grades the marked answers beside questions, and finds where each criterion of their prose is best cut.</summary>
internal static class ProseTuning
{
    /// <param name="folder">The rubric's folder.</param>
    /// <param name="questions">Those that have no marked answers are left out. Answers that are held out are never read.</param>
    /// <param name="done">Told after each question how many are done.</param>
    public static IReadOnlyList<(Question Question, IReadOnlyList<ProseCut> Cuts)> CutsOf(
        string folder, IReadOnlyList<Question> questions, Action<int> done, CancellationToken cancel)
    {
        var finished = 0;
        var encoder = PassageEncoder.Of(folder);
        return
        [
            .. questions.AsParallel().AsOrdered().WithCancellation(cancel).Select(question =>
            {
                var path = Path.Combine(folder, question.Id + SampleFile.Extension);
                var samples = File.Exists(path) ? SampleFile.Read(path, question, path).Where(sample => !sample.IsHeldOut) : [];
                var cuts = ProseCut.All(question.Criteria, [.. samples.Select(sample => SampleReview.Of(question, sample, encoder))]).ToList();
                done(Interlocked.Increment(ref finished));
                return (Question: question, Cuts: (IReadOnlyList<ProseCut>)cuts);
            }).Where(one => one.Cuts.Count > 0),
        ];
    }
}
