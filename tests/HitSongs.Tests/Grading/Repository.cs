using System.Runtime.CompilerServices;
using HitSongs.Collecting.Encoders;
using HitSongs.Grading.Readers;

namespace HitSongs.Tests.Grading;

/// <summary>Where the repository's own rubric and prose lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>What encodes passages for the repository's own rubric.</summary>
    public static IPassageEncoder? Encoder => PassageEncoder.Of(Path.Combine(Root, "rubric"));

    private static string Find([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
