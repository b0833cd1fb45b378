using System.Text.Json;
using HitSongs.Collecting.Encoders;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Mutations;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Mutations;

/// <summary>Weakens every criterion of a rubric in turn, and tells those of which nothing that is known takes notice.</summary>
/// <param name="folder">The rubric's folder.</param>
/// <param name="right">The evidence of a right submission, collected by this rubric.</param>
/// <param name="demonstrations">Makes wrong ones of its demonstrations.</param>
/// <param name="cache">The folder of all that may be deleted at any time: results are kept there by content.</param>
internal sealed class RubricMutation(string folder, SubmissionEvidence right, WrongDemonstrations demonstrations, string cache)
{
    private readonly MutationDigest digest = new(folder, right);

    /// <param name="questions">Whose criteria are weakened, several questions at once.</param>
    /// <param name="done">Told after each question how many are done.</param>
    public async Task<IReadOnlyList<Survivor>> RunAsync(IReadOnlyList<Question> questions, Action<int> done, CancellationToken cancel)
    {
        var (found, finished) = (new IReadOnlyList<Survivor>[questions.Count], 0);
        await Parallel.ForAsync(0, questions.Count, cancel, async (i, token) =>
        {
            found[i] = await SurvivorsAsync(questions[i], token);
            done(Interlocked.Increment(ref finished));
        });
        return [.. found.SelectMany(survivors => survivors)];
    }

    private async Task<IReadOnlyList<Survivor>> SurvivorsAsync(Question question, CancellationToken cancel)
    {
        var path = Path.Combine(cache, "mutations", $"{digest.Of(question)}.json");
        if (Read(path) is { } known)
        {
            return known;
        }

        var evidence = right.Questions.FirstOrDefault(one => one.Question == question.Id);
        IReadOnlyList<KnownCase> wrong = evidence is null ? [] : await demonstrations.OfAsync(question, evidence, right.Run.Seed, cancel);
        var survivors = MutationReview.SurvivorsOf(question, [.. evidence is null ? [] : WrongSubmissions.Of(question, evidence, right), .. wrong], right);
        if (survivors.Count > 0)
        {
            var stillAlive = MutationReview.SurvivorsOf(question, ProseCasesOf(question), right);
            survivors = [.. survivors.Intersect(stillAlive)];
        }

        CacheFile.Try(path, JsonSerializer.SerializeToUtf8Bytes(survivors));
        return survivors;
    }

    // One after another as they are asked for: encoding takes a while, and attacks are for what no sample has noticed.
    private IEnumerable<KnownCase> ProseCasesOf(Question question)
    {
        IPassageEncoder? encoder = question.Weights is null ? null : PassageEncoder.Of(folder);
        var path = Path.Combine(folder, question.Id + SampleFile.Extension);
        var samples = File.Exists(path) ? SampleFile.Read(path, question, path) : [];
        return MarkedCases.OfSamples(question, samples, encoder).Concat(MarkedCases.OfAttacks(question, samples, encoder));
    }

    private static IReadOnlyList<Survivor>? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<IReadOnlyList<Survivor>>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            return null; // not what this program writes: made anew
        }
    }
}
