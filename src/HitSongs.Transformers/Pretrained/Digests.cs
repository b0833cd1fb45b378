using System.Security.Cryptography;

namespace HitSongs.Transformers.Pretrained;

/// <summary>SHA256SUMS: the digests of the other files of a folder, in the form that `sha256sum --check` reads.</summary>
internal static class Digests
{
    private const string FileName = "SHA256SUMS";

    public static string Of(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));

    public static void Write(string folder) =>
        File.WriteAllLines(
            Path.Combine(folder, FileName),
            Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(path => $"{OfFile(path)}  {Path.GetFileName(path)}")
        );

    /// <summary>Whether the folder has all its files, each as it was written.</summary>
    public static bool Hold(string folder)
    {
        var list = Path.Combine(folder, FileName);
        if (!File.Exists(list)) return false;
        var lines = File.ReadAllLines(list);
        return lines.Length > 0 && lines.All(line => line.Split("  ") is [var digest, var name]
            && Path.GetFileName(name) == name && File.Exists(Path.Combine(folder, name)) && OfFile(Path.Combine(folder, name)) == digest);
    }

    private static string OfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Of(file);
    }
}
