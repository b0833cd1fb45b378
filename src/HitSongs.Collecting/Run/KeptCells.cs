using System.Security.Cryptography;
using System.Text.Json;
using HitSongs.Notebooks;
using HitSongs.Programs;

namespace HitSongs.Collecting.Run;

/// <summary>Cached outputs of a notebook's cells from earlier runs, by all that goes into them. They are shown, and never graded.</summary>
/// <param name="cache">The folder of all that may be deleted at any time.</param>
internal sealed class KeptCells(string cache)
{
    /// <summary>The results of exactly these cells beside these songs; null where they were not run before.</summary>
    public IReadOnlyList<CellResult>? Find(IReadOnlyList<CodeCell> cells, IReadOnlyList<string> songs)
    {
        try
        {
            var path = PathOf(cells, songs);
            return File.Exists(path) ? JsonSerializer.Deserialize<IReadOnlyList<CellResult>>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            return null; // not what this program writes: run anew
        }
    }

    /// <summary>Keeps results; not where a cell failed, which may have been the machine's doing.</summary>
    public void Keep(IReadOnlyList<CodeCell> cells, IReadOnlyList<string> songs, IReadOnlyList<CellResult> results)
    {
        if (results.All(result => result.Outputs.All(output => output.Error is null)))
        {
            CacheFile.Try(PathOf(cells, songs), JsonSerializer.SerializeToUtf8Bytes(results));
        }
    }

    private string PathOf(IReadOnlyList<CodeCell> cells, IReadOnlyList<string> songs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ProgramHost).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(cells));
        foreach (var file in songs)
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Path.Combine(cache, "cells", $"{Convert.ToHexStringLower(hash.GetHashAndReset())}.json");
    }
}
