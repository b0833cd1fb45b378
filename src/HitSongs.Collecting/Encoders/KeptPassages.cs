using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using HitSongs.Grading.Readers;

namespace HitSongs.Collecting.Encoders;

/// <summary>An encoder that keeps what it has encoded on disk, and is not even loaded for what is there.</summary>
internal sealed class KeptPassages : IPassageEncoder
{
    private readonly string rubric;
    private readonly string folder;

    private KeptPassages(string rubric, string cache, string id) =>
        (this.rubric, folder, Id) = (rubric, Path.Combine(cache, "vectors"), id);

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>The encoder of a rubric; null where nothing was learnt for it.</summary>
    /// <param name="cache">The folder of all that may be deleted at any time.</param>
    public static KeptPassages? Of(string rubric, string cache)
    {
        var path = Path.Combine(Path.GetFullPath(rubric), EncoderWeights.FileName);
        return File.Exists(path) ? new KeptPassages(rubric, cache, EncoderWeights.IdOf(path)) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PassageVector> Encode(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return [];
        }

        var path = PathOf(texts);
        if (File.Exists(path) && File.ReadAllBytes(path) is var bytes && bytes.Length == texts.Count * PassageVector.Size)
        {
            return [.. bytes.Chunk(PassageVector.Size).Select(chunk => new PassageVector(MemoryMarshal.Cast<byte, sbyte>(chunk).ToArray()))];
        }

        var vectors = PassageEncoder.Of(rubric)!.Encode(texts);
        CacheFile.Try(path, [.. vectors.SelectMany(vector => MemoryMarshal.AsBytes<sbyte>(vector.Values).ToArray())]);
        return vectors;
    }

    // The program that encodes is a part of what comes out.
    private string PathOf(IReadOnlyList<string> texts)
    {
        var key = string.Concat(texts.Prepend($"{Id} {typeof(KeptPassages).Module.ModuleVersionId}").Select(text => $"{text.Length}:{text}"));
        return Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}.bin");
    }
}
