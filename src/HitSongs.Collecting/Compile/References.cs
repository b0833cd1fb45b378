using HitSongs.Grading.Expectations;
using HitSongs.Pipeline.Songs;
using HitSongs.Transformers;
using TorchSharp;

namespace HitSongs.Collecting.Compile;

/// <summary>The assemblies that code compiled by the harness may use.</summary>
internal static class References
{
    /// <summary>What a submission's programs see: no rubric, no grading.</summary>
    public static IReadOnlyList<string> OfSubmissions { get; } =
        [typeof(Song).Assembly.Location, typeof(SongFiles).Assembly.Location, typeof(Trainer).Assembly.Location, typeof(torch).Assembly.Location];

    /// <summary>What an evaluator's expectations see.</summary>
    public static IReadOnlyList<string> OfExpectations { get; } =
        [typeof(Expectation).Assembly.Location, typeof(Song).Assembly.Location, typeof(SongFiles).Assembly.Location, typeof(torch).Assembly.Location];
}
