using System.Reflection;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The first code cell: what the cells below refer to. Packages come from where packages come from; the harness itself, and TorchSharp with the
/// native parts that fit this machine, from the build.</summary>
internal static class SetUpCell
{
    private static readonly string[] Packages = ["MathNet.Numerics", "Microsoft.ML", "Microsoft.ML.FastTree", "Microsoft.ML.LightGbm", "ScottPlot"];

    private static readonly string[] Assemblies = ["HitSongs", "HitSongs.Pipeline", "HitSongs.Transformers", "HitSongs.Programs", "TorchSharp"];

    private static readonly Dictionary<string, string> Versions = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(entry => Packages.Contains(entry.Key, StringComparer.Ordinal)).ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal);

    // Paths as seen from artifacts/, where the notebook is written; the harness itself takes its own assemblies of these names.
    public static NotebookCell Of { get; } = NotebookCell.Script("", "set-up", $"""
        // Needs the .NET (C#) kernel, and this notebook in the folder artifacts/ of its repository, built by: dotnet build
        {string.Join('\n', Packages.Select(name => $"#r \"nuget: {name}, {Versions[name]}\""))}
        {string.Join('\n', Assemblies.Select(name => $"#r \"bin/HitSongs.Programs/debug/{name}.dll\""))}
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using HitSongs;
        using HitSongs.Pipeline.Evaluation;
        using HitSongs.Metrics;
        using HitSongs.Pipeline.Metrics;
        using HitSongs.Pipeline.Splits;
        using HitSongs.Pipeline.Features;
        using HitSongs.Pipeline.Models;
        using HitSongs.Pipeline.Models.Recipes;
        using HitSongs.Pipeline.Reading;
        using HitSongs.Pipeline.Songs;
        using HitSongs.Songs;
        using static HitSongs.Programs.Notebooks.Session;
        """);
}
