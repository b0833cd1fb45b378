using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Ensembles;

namespace HitSongs.Pipeline.Models;

/// <summary>A kind of model with its settings: everything that training needs besides songs.</summary>
public abstract record ModelRecipe
{
    /// <summary>Trains on labelled songs; the same songs in the same order and the same seed give the same model.</summary>
    /// <param name="songs">At least one. Everything is learnt from these, encodings and calibration too.</param>
    /// <param name="set">What the model may look at.</param>
    /// <param name="seed">Seed of whatever is drawn.</param>
    /// <exception cref="ArgumentException">There is nothing to learn from.</exception>
    /// <exception cref="DllNotFoundException">A native library is not installed.</exception>
    public TrainedModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed)
    {
        if (songs.Count == 0)
            throw new ArgumentException("There are no songs to learn from.", nameof(songs));
        return Learn(songs, set, seed);
    }

    internal abstract TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed);

    /// <summary>The same kind of model with settings drawn at random from sensible ranges, for <see cref="SearchRecipe"/>.</summary>
    internal virtual ModelRecipe Vary(SeededRandom random) => this;

    /// <summary>e to a power drawn evenly between the logarithms of two positive bounds.</summary>
    private protected static double LogUniform(SeededRandom random, double low, double high) => low * Math.Pow(high / low, random.Uniform());
}
