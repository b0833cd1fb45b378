using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Grading.Evidence;

namespace HitSongs.Collecting.SecondReader;

/// <summary>Replies that were given before, by endpoint, model and prompt: the same question about the same answer is asked once.</summary>
/// <param name="cache">The folder of all that may be deleted at any time.</param>
internal sealed class ReaderCache(string cache, Uri endpoint, string model)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Null where there is none.</summary>
    public SecondReading? Find(ReaderPrompt prompt)
    {
        var path = PathOf(prompt);
        try
        {
            var kept = File.Exists(path) ? JsonSerializer.Deserialize<SecondReading>(File.ReadAllBytes(path), Json) : null;
            return kept?.Model == model && kept.PromptSha256 == prompt.Sha256 ? kept : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // not what this program writes: asked again
        }
    }

    public void Keep(ReaderPrompt prompt, SecondReading reading) => CacheFile.Try(PathOf(prompt), JsonSerializer.SerializeToUtf8Bytes(reading, Json));

    private string PathOf(ReaderPrompt prompt) =>
        Path.Combine(cache, "reader", $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{endpoint}\n{model}\n{prompt.Sha256}")))}.json");
}
