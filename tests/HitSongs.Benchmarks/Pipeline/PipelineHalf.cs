using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HitSongs.Pipeline;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>
/// What the benchmark times: read and clean the songs, one-hot features, five folds by the MD5 of the first artist, 400 trees for
/// hits and 400 for popularity in each, metrics, and permutation importance of every group of columns.
/// </summary>
internal static class PipelineHalf
{
    private const int Folds = 5;
    private const int Permutations = 5;

    public static int Run(string folder)
    {
        var songs = SongFiles.Read([Path.Combine(folder, "high_popularity_spotify_data.csv"), Path.Combine(folder, "low_popularity_spotify_data.csv")]).Songs;
        var encoder = FeatureEncoder.Fit(songs, FeatureSet.AudioAndGenre);
        var foldOf = songs.Select(song => FoldOf(song.Song)).ToArray();
        var read = Processor();

        var folds = Enumerable.Range(0, Folds).Select(fold => new TrainedFold(songs, foldOf, fold, encoder)).ToList();
        var trained = Processor();

        var truth = folds.SelectMany(fold => fold.Test).ToList();
        var metrics = ModelEvaluation.Evaluate(truth, folds.SelectMany(fold => fold.Predictions).ToList(), resamples: 0);
        var groups = encoder.Columns.Select((column, i) => (column.Feature, Index: i)).GroupBy(column => column.Feature).ToList();
        var drops = folds.ConvertAll(fold => fold.Drops([.. groups.Select(group => group.Select(column => column.Index).ToList())], Permutations));
        var importance = groups.Select((group, i) => (group.Key, Drop: drops.Average(fold => fold[i]))).ToDictionary(group => group.Key, group => group.Drop);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            columns = encoder.Names.Count,
            sizes = folds.Select(fold => fold.Test.Count),
            metrics = metrics.ToDictionary(metric => metric.Key, metric => Math.Round(metric.Value.Value, 5)),
            importance = importance.OrderByDescending(drop => drop.Value).ToDictionary(drop => drop.Key, drop => Math.Round(drop.Value, 5)),
            processorSeconds = new { read, train = trained - read, measure = Processor() - trained, all = Processor() },
        }));
        return 0;
    }

    /// <summary>Since the process was started; other processes do not count.</summary>
    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    /// <summary>The same in any language.</summary>
    private static int FoldOf(Song song)
    {
        var artist = song.Artists.Split(',')[0].Trim();
#pragma warning disable CA5351 // A digest that Python's hashlib has too; nothing is kept secret by it.
        var digest = MD5.HashData(Encoding.UTF8.GetBytes(artist));
#pragma warning restore CA5351
        return ((digest[0] << 8) | digest[1]) % Folds;
    }
}
