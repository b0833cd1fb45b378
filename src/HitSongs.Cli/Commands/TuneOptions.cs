using HitSongs.Pipeline.Reading;

namespace HitSongs.Cli.Commands;

/// <summary>Options of `hitsongs tune`.</summary>
/// <param name="Rubric">Its folder.</param>
/// <param name="Ids">Of questions; none for all.</param>
/// <param name="Repeats">Evaluations of each known model.</param>
/// <param name="Evidence">Folders whose grades are compared.</param>
/// <param name="Out">Where charts go.</param>
internal sealed record TuneOptions(
    string Rubric,
    IReadOnlyList<string> Ids,
    int Repeats,
    IReadOnlyList<string> Data,
    SongMapping? Mapping,
    IReadOnlyList<string> Evidence,
    bool Write,
    string Out,
    string Cache);
