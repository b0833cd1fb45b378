using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Reading;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>
/// What the benchmark times: read and clean the songs, one-hot features, five folds by the MD5 of the first artist, a model of
/// hits and one of popularity in each, metrics, and permutation importance of every feature. With settings like the
/// peer's, or the same questions with the pipeline's own.
/// </summary>
internal static class PipelineHalf
{
    private const int Folds = 5;
    private const int Permutations = 5;

    /// <summary>As many trees as the peer's, of as many leaves, on one-hot columns.</summary>
    private static readonly LightGbmSettings LikePeer = new(400, 48, 0.05, 1) { L2 = 1, FeatureShare = 0.8, RowShare = 0.8 };

    /// <param name="own">Whether the pipeline's own settings are used; otherwise those that are most like the peer's.</param>
    public static int Run(string folder, bool own)
    {
        var songs = SongFiles.Read([Path.Combine(folder, "high_popularity_spotify_data.csv"), Path.Combine(folder, "low_popularity_spotify_data.csv")]).Songs;
        var foldOf = songs.Select(song => FoldOf(song.Song)).ToArray();
        var read = Processor();

        var folds = Enumerable.Range(0, Folds).Select(Trained).ToList();
        var trained = Processor();

        var metrics = ModelEvaluation.Evaluate([.. folds.SelectMany(fold => fold.Test)], [.. folds.SelectMany(fold => fold.Predictions)], resamples: 0);
        var drops = folds.ConvertAll(fold => fold.Drops(Permutations));
        var importance = drops[0].Keys.ToDictionary(feature => feature, feature => drops.Average(fold => fold[feature]));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            sizes = folds.Select(fold => fold.Test.Count),
            metrics = metrics.ToDictionary(metric => metric.Key, metric => Math.Round(metric.Value.Value, 5)),
            importance = importance.OrderByDescending(drop => drop.Value).ToDictionary(drop => drop.Key, drop => Math.Round(drop.Value, 5)),
            processorSeconds = new { read, train = trained - read, measure = Processor() - trained, all = Processor() },
        }));
        return 0;

        TrainedFold Trained(int fold)
        {
            List<LabelledSong> training = [.. songs.Where((_, i) => foldOf[i] != fold)], test = [.. songs.Where((_, i) => foldOf[i] == fold)];
            return new TrainedFold(own ? LightGbmSettings.CategorySplits : LikePeer, training, test);
        }
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
