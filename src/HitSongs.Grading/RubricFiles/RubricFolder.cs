using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Reads the folder rubric/: rubric.yaml and one YAML file per question, each perhaps with an expectation in C# beside it.</summary>
public static class RubricFolder
{
    /// <summary>Reads all but the samples, which no grade depends on.</summary>
    /// <exception cref="InvalidInputException">The first fault, with file and line.</exception>
    public static Rubric Read(string directory)
    {
        var (rubric, faults) = Load(directory, readsSamples: false);
        return faults.Count > 0 ? throw faults[0] : rubric!;
    }

    /// <summary>The same for a rubric whose weights are to be learnt anew: that they do not fit its examples any more is no fault.</summary>
    /// <exception cref="InvalidInputException">The first other fault, with file and line.</exception>
    public static Rubric ReadToLearn(string directory)
    {
        var (rubric, faults) = Load(directory, readsSamples: false, readsWeights: false);
        return faults.Count > 0 ? throw faults[0] : rubric!;
    }

    /// <summary>Every fault, also of samples, in the order of files and lines; empty where the rubric is good.</summary>
    public static IReadOnlyList<InvalidInputException> Check(string directory) => Load(directory, readsSamples: true).Faults;

    private static (Rubric? Rubric, IReadOnlyList<InvalidInputException> Faults) Load(string directory, bool readsSamples, bool readsWeights = true)
    {
        var root = Path.GetFullPath(Path.TrimEndingDirectorySeparator(directory));
        if (!Directory.Exists(root))
        {
            return (null, [Missing(directory)]);
        }

        var files = FilesOf(root);
        var reader = new RubricReader(root, files, readsWeights);
        var rubric = reader.Read(Sha256(root, files), readsSamples);
        return (rubric, [.. reader.Faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)]);
    }

    internal static InvalidInputException Missing(string directory) =>
        new(directory, null, "there is no such folder", "Name the folder that holds rubric.yaml");

    /// <summary>Relative paths with forward slashes, in ordinal order.</summary>
    internal static IReadOnlyList<string> FilesOf(string root) =>
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    // Names and contents come with their lengths, so that no two folders run into the same bytes.
    internal static string Sha256(string root, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            Append(hash, Encoding.UTF8.GetBytes(file));
            Append(hash, File.ReadAllBytes(Path.Combine(root, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.LongLength);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
