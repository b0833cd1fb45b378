using HitSongs.Grading.Expectations;
using HitSongs.Pipeline.Reading;
using HitSongs.Programs;
using HitSongs.Transformers;
using HitSongs.Transformers.Pretrained;
using TorchSharp;

namespace HitSongs.Collecting.Compile;

/// <summary>The assemblies that code compiled by the harness may use.</summary>
internal static class References
{
    /// <summary>Assemblies for submitted programs: no rubric, no grading.</summary>
    public static IReadOnlyList<string> OfSubmissions { get; } =
    [
        typeof(Song).Assembly.Location,
        typeof(SongFiles).Assembly.Location,
        typeof(Trainer).Assembly.Location,
        typeof(torch).Assembly.Location,
        typeof(Plotting).Assembly.Location,
        typeof(ScottPlot.Plot).Assembly.Location,
        typeof(SkiaSharp.SKCanvas).Assembly.Location,
        .. Libraries(),
    ];

    /// <summary>Microsoft.ML and MathNet, as they lie beside this program.</summary>
    private static IEnumerable<string> Libraries() => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("Microsoft.ML.", StringComparison.Ordinal) || name == "MathNet.Numerics.dll"))
        .Order(StringComparer.Ordinal);

    /// <summary>Assemblies for evaluators' expectations.</summary>
    public static IReadOnlyList<string> OfExpectations { get; } =
    [
        typeof(Expectation).Assembly.Location,
        typeof(Song).Assembly.Location,
        typeof(SongFiles).Assembly.Location,
        typeof(MiniLMEncoder).Assembly.Location,
        typeof(torch).Assembly.Location,
    ];
}
