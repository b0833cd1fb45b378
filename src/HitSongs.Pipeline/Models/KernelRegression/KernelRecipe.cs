using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.KernelRegression;

/// <summary>
/// Trains kernel regression. Two songs tell of each other by what they share: a category, and the more the nearer they are in audio, year and
/// the rest, both everywhere and within their genre and subgenre. Every weight says how much of the variance that term of the kernel explains,
/// beside <see cref="Noise"/> that none does. Distances are in normal scores; scales are above 0.
/// </summary>
public sealed record KernelRecipe : ModelRecipe
{
    /// <summary>Settled on the public songs for songs of unseen playlists: what subgenres say holds there much less, and all else is less certain.</summary>
    private static KernelRecipe UnseenPlaylists { get; } = new()
    {
        Noise = 8,
        NoiseAlone = 4,
        Categories = new(1, 0.3, 0.2),
        Style = 0.05,
        Audio = new(1, 0, 0),
        Year = new(0.5, 0.2, 0),
        Rest = new(0.5, 0, 0),
    };

    /// <summary>Above 0.</summary>
    public double Noise { get; init; } = 0.9;

    /// <summary>Stand-in for <see cref="Noise"/> where nothing but audio is known.</summary>
    public double NoiseAlone { get; init; } = 1;

    public KernelWeight Categories { get; init; } = new(1, 0.5, 1);

    /// <summary>Of a subgenre's name, whatever the genre.</summary>
    public double Style { get; init; } = 0.3;

    public KernelWeight Audio { get; init; } = new(0.1, 0, 0.4);

    /// <summary>Stand-in for <see cref="Audio"/> where nothing but audio is known.</summary>
    public double AudioAlone { get; init; } = 1;

    public double AudioScale { get; init; } = 3;

    public KernelWeight Year { get; init; } = new(0.3, 0.2, 0.25);
    public double YearScale { get; init; } = 0.7;

    /// <summary>Of the rest of the release date and the titles.</summary>
    public KernelWeight Rest { get; init; } = new(0.2, 0.1, 0.1);

    public double RestScale { get; init; } = 6;

    /// <summary>Of more songs so many are drawn: time grows with the cube of their number, memory with its square.</summary>
    public int MostSongs { get; init; } = 5000;

    public override ModelRecipe For(SplitKind split) => split is SplitKind.Playlist ? UnseenPlaylists : this;

    public override string Describe(FeatureSet set) =>
        Noise < UnseenPlaylists.Noise ? "little noise, best for unseen artists" : "much noise, best for unseen playlists";

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) => KernelModel.Train(songs, set, this, seed);
}
