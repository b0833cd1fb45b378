using HitSongs.Songs;

namespace HitSongs.Pipeline.Features;

/// <summary>Numeric encoding of categories.</summary>
public enum CategoryEncoding
{
    /// <summary>A column of 0 and 1 for each category.</summary>
    OneHot,

    /// <summary>One column of codes for models that know categories.</summary>
    Code,
}

/// <summary>Options of <see cref="FeatureEncoder"/> for songs.</summary>
/// <param name="Set">What a model is told.</param>
public sealed record EncodingOptions(FeatureSet Set)
{
    public CategoryEncoding Encoding { get; init; }

    /// <summary>Names of the categories that are encoded, of <see cref="FeatureCatalog.Categories"/>.</summary>
    public IReadOnlyList<string> CategoryNames { get; init; } = ["genre", "subgenre"];
}
