using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Thresholds;

namespace HitSongs.Collecting.Tuning;

/// <summary>Evaluates the known models many times, several at once; what was evaluated before is read from the cache.</summary>
/// <param name="cache">The folder of all that may be deleted at any time.</param>
/// <param name="data">The songs.</param>
/// <param name="folds">Parts of the division by artist.</param>
internal sealed class KnownModelRuns(string cache, SongData data, int folds)
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly string folder = Path.Combine(cache, "thresholds");

    // The songs, and the program that evaluates: with another, other numbers come out.
    private readonly string key = string.Join(
        ' ',
        [$"{typeof(KnownModels).Module.ModuleVersionId} {data.Card.HitThreshold} {folds}", .. data.Card.Files.Select(file => file.Sha256)]);

    /// <summary>The models that are run.</summary>
    public IReadOnlyList<KnownModel> Models { get; } = KnownModels.For(data);

    /// <param name="repeats">Evaluations of each model, each with a seed of its own: 1, 2, …</param>
    /// <param name="done">Told after each evaluation how many are done, of <see cref="Models"/> times <paramref name="repeats"/>.</param>
    /// <returns>For each model the metrics of each evaluation, by name.</returns>
    /// <exception cref="ArgumentException">There are fewer artists than folds.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, double>>> Run(int repeats, Action<int> done, CancellationToken cancel)
    {
        var jobs = Enumerable.Range(1, repeats).SelectMany(seed => Models.Select(model => (Model: model, Seed: seed))).ToList();
        var found = new IReadOnlyDictionary<string, double>[jobs.Count];
        var finished = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        Parallel.For(0, jobs.Count, parallel, i =>
        {
            found[i] = Evaluate(jobs[i].Model, jobs[i].Seed);
            done(Interlocked.Increment(ref finished));
        });
        return jobs.Zip(found)
            .GroupBy(one => one.First.Model.Name, one => one.Second, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key, group => (IReadOnlyList<IReadOnlyDictionary<string, double>>)[.. group], StringComparer.Ordinal);
    }

    private IReadOnlyDictionary<string, double> Evaluate(KnownModel model, int seed)
    {
        var path = Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {model.Name} {seed}")))}.json");
        if (Read(path) is { } known)
        {
            return known;
        }

        var metrics = RepeatedMetrics.Of(model, data, folds, seed);
        CacheFile.Try(path, JsonSerializer.SerializeToUtf8Bytes(metrics, Json));
        return metrics;
    }

    private static Dictionary<string, double>? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException)
        {
            return null; // not what this program writes: made anew
        }
    }
}
