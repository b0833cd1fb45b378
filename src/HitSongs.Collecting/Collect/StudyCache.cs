using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Songs;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Collecting.Collect;

/// <summary>Studies of data sets that were made before, by the content of their files and by the program that made them.</summary>
/// <param name="cache">The folder of all that may be deleted at any time.</param>
internal sealed class StudyCache(string cache)
{
    private readonly string folder = Path.Combine(cache, "studies");

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>The findings of the songs that a card describes; null where they were not studied here.</summary>
    public SongFindings? FindingsOf(DataCard card) => Read<SongFindings>("songs", card);

    /// <inheritdoc cref="FindingsOf(DataCard)"/>
    public ModelStudy? ModelsOf(DataCard card) => Read<ModelStudy>("models", card);

    /// <summary>Studies songs that were not studied before.</summary>
    /// <param name="done">Told after each of <see cref="SongStudy.Parts"/> parts how many are done.</param>
    public SongFindings FindingsOf(SongData data, Action<int>? done = null) =>
        FindingsOf(data.Card) ?? Keep("songs", data.Card, SongStudy.Of(data, Threads, done).Findings);

    /// <summary>Compares models on songs on which they were not compared before; null where they cannot be.</summary>
    /// <param name="done">Told after each of <see cref="ModelComparison.Parts"/> parts how many are done.</param>
    /// <exception cref="DllNotFoundException">A native library is not installed.</exception>
    public ModelStudy? ModelsOf(SongData data, Action<int>? done = null)
    {
        if (ModelsOf(data.Card) is { } known)
        {
            return known;
        }

        return ModelComparison.Of(data, Environment.ProcessorCount, done) is { } study ? Keep("models", data.Card, study) : null;
    }

    private T Keep<T>(string kind, DataCard card, T study)
    {
        CacheFile.Try(PathOf(kind, card), JsonSerializer.SerializeToUtf8Bytes(study, Json));
        return study;
    }

    private T? Read<T>(string kind, DataCard card)
        where T : class
    {
        var path = PathOf(kind, card);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException)
        {
            return null; // not what this program writes: made anew
        }
    }

    private string PathOf(string kind, DataCard card) => Path.Combine(folder, $"{kind}-{Key(card)}.json");

    private static string Key(DataCard card) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{typeof(SongStudy).Module.ModuleVersionId} {card.Name} {card.HitThreshold} {string.Join(' ', card.Files.Select(file => file.Sha256))}")));
}
