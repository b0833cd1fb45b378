using System.Diagnostics;
using Microsoft.ML;
using TorchSharp;

namespace HitSongs.Collecting.Collect;

/// <summary>The versions that a run's numbers depend on.</summary>
internal static class EngineVersions
{
    public static IReadOnlyDictionary<string, string> Collect() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [".NET"] = Environment.Version.ToString(),
        ["libtorch"] = torch.__version__,
        ["Microsoft.ML"] = FileVersionInfo.GetVersionInfo(typeof(MLContext).Assembly.Location).FileVersion ?? "unknown",
    };
}
