using System.Runtime.CompilerServices;

namespace HitSongs.Tests.Grading;

/// <summary>Where the repository's own rubric and prose lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
