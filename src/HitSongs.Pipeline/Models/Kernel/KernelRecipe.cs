using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>
/// Trains kernel regression. Two songs tell of each other by what they share: a category, and the more the nearer they are in audio, year and
/// the rest, both throughout and within their genre and subgenre. Every weight says how much of the spread that kind of likeness explains,
/// beside <see cref="Noise"/> that none does.
/// </summary>
public sealed record KernelRecipe : ModelRecipe
{
    /// <summary>Above 0.</summary>
    public double Noise { get; init; } = 0.9;

    public double Genre { get; init; } = 0.5;

    /// <summary>Of a subgenre within its genre.</summary>
    public double Subgenre { get; init; } = 1;

    /// <summary>Of a subgenre's name, whatever the genre.</summary>
    public double Style { get; init; } = 0.3;

    public double Audio { get; init; } = 0.1;

    public double AudioInSubgenre { get; init; } = 0.4;

    public double Year { get; init; } = 0.3;

    public double YearInGenre { get; init; } = 0.2;

    public double YearInSubgenre { get; init; } = 0.25;

    /// <summary>Of the rest of the release date and the titles.</summary>
    public double Rest { get; init; } = 0.2;

    public double RestInGenre { get; init; } = 0.1;

    public double RestInSubgenre { get; init; } = 0.1;

    /// <summary>Distance in audio at which likeness has faded, in normal scores; above 0.</summary>
    public double AudioScale { get; init; } = 3;

    /// <summary>Distance in the year, in normal scores.</summary>
    public double YearScale { get; init; } = 0.7;

    public double RestScale { get; init; } = 6;

    /// <summary>What replaces <see cref="Audio"/> where nothing but audio is known.</summary>
    public double AudioAlone { get; init; } = 1;

    /// <summary>What replaces <see cref="Noise"/> where nothing but audio is known.</summary>
    public double NoiseAlone { get; init; } = 1;

    /// <summary>Of more songs so many are drawn: time grows with the cube of their number, memory with its square.</summary>
    public int MostSongs { get; init; } = 5000;

    /// <summary>Settled on the public songs for songs of unseen playlists: what subgenres say holds there much less, and all else is less certain.</summary>
    private static KernelRecipe UnseenPlaylists { get; } = new()
    {
        Noise = 8, Genre = 0.3, Subgenre = 0.2, Style = 0.05, Audio = 1, AudioInSubgenre = 0, Year = 0.5, YearInSubgenre = 0, Rest = 0.5, RestInGenre = 0, RestInSubgenre = 0, NoiseAlone = 4,
    };

    public override ModelRecipe For(SplitKind split) => split is SplitKind.Playlist ? UnseenPlaylists : this;

    /// <inheritdoc/>
    public override string Describe(FeatureSet set) => Noise < UnseenPlaylists.Noise ? "little noise, best for unseen artists" : "much noise, best for unseen playlists";

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) => KernelModel.Train(songs, set, this, seed);
}
