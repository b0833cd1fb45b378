using HitSongs.Cli.Terminal;
using HitSongs.Collecting.SecondReader;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

/// <summary>Asks a second reader about many loose answers, and shows how far it is.</summary>
/// <param name="reader">Null where nobody is asked.</param>
internal sealed class ReaderWork(VerdictCollector? reader)
{
    // Endpoints answer several requests at the same time faster than one after another, and more than a few not at all.
    private const int AtTheSameTime = 4;

    /// <summary>The model that is asked; null where nobody is.</summary>
    public string? Model => reader?.Model;

    /// <returns>In the order of the answers; null where there is no reading.</returns>
    public async Task<IReadOnlyList<SecondReading?>> ReadAsync(IReadOnlyList<(Question Question, string Answer)> answers, CancellationToken cancel)
    {
        var (readings, done) = (new SecondReading?[answers.Count], 0);
        if (reader is null)
        {
            return readings;
        }

        using var display = new WorkDisplay($"asking {reader.Model}", answers.Count);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, answers.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtTheSameTime, CancellationToken = cancel },
            async (i, token) =>
            {
                readings[i] = await reader.ReadAsync(answers[i].Question, ProseMarks.TextOf(answers[i].Answer), token);
                display.Done(Interlocked.Increment(ref done));
            }
        );
        return readings;
    }
}
