using System.Runtime.CompilerServices;

namespace HitSongs.Tests.Transformers.Weights.Pickle;

/// <summary>The files that make_files.py wrote.</summary>
internal static class PythonFiles
{
    public static string PathOf(string name) => Path.Combine(Folder(), name);

    private static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
