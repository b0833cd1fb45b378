using HitSongs.Songs;

namespace HitSongs.Pipeline.Features;

/// <summary>Song facts required for a set of features.</summary>
public static class RequiredColumns
{
    /// <summary>Names of the facts that features of the set are computed from; audio features as in <see cref="AudioColumns.Names"/>.</summary>
    public static IReadOnlyList<string> Of(FeatureSet set) =>
    [
        .. AudioColumns.Names,
        .. set is FeatureSet.Audio ? Array.Empty<string>() : ["genre", "subgenre"],
        .. set is FeatureSet.All ? ["release_date", "title", "album", "artists"] : Array.Empty<string>(),
    ];
}
