using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HitSongs.Pipeline;

namespace HitSongs.Cli.Collecting;

/// <summary>The figures of data sets that were studied before, by the content of their files and by the program that computed them.</summary>
internal sealed class FigureCache(string folder)
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <exception cref="DllNotFoundException">libxgboost is not installed.</exception>
    public IReadOnlyDictionary<string, StudyFigure> FiguresOf(SongData data)
    {
        var path = Path.Combine(folder, $"{Key(data.Card)}.json");
        if (Read(path) is { } known)
        {
            return known;
        }

        var figures = SongStudy.Of(data, Math.Max(1, Environment.ProcessorCount / 2)).Figures;
        // Written beside and moved, so that a reader never sees half a file.
        Directory.CreateDirectory(folder);
        var half = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        File.WriteAllBytes(half, JsonSerializer.SerializeToUtf8Bytes(figures, Json));
        File.Move(half, path, overwrite: true);
        return figures;
    }

    private static SortedDictionary<string, StudyFigure>? Read(string path)
    {
        try
        {
            return File.Exists(path) ? new(JsonSerializer.Deserialize<Dictionary<string, StudyFigure>>(File.ReadAllBytes(path), Json)!, StringComparer.Ordinal) : null;
        }
        catch (JsonException)
        {
            return null; // written by a version that counted otherwise
        }
    }

    private static string Key(DataCard card) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{typeof(SongStudy).Module.ModuleVersionId} {XGBoost.Version} {card.Name} {card.HitThreshold} {string.Join(' ', card.Files.Select(file => file.Sha256))}")));
}
