using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models;

/// <summary>A kind of model with its settings: everything that training needs besides songs.</summary>
public abstract record ModelRecipe
{
    /// <summary>Trains on labelled songs; the same songs in the same order and the same seed give the same model.</summary>
    /// <param name="songs">At least one. Everything is learnt from these, encodings and calibration too.</param>
    /// <param name="set">What the model may look at.</param>
    /// <param name="seed">Seed of whatever is drawn.</param>
    /// <exception cref="ArgumentException">There is nothing to learn from.</exception>
    public TrainedModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed)
    {
        if (songs.Count == 0)
            throw new ArgumentException("There are no songs to learn from.", nameof(songs));
        return Learn(PopularityStandIn.Of(songs), set, seed);
    }

    internal abstract TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed);

    /// <summary>The same kind of model with the settings that suit a division of songs.</summary>
    public virtual ModelRecipe For(SplitKind split) => this;

    /// <summary>Choice of <see cref="For"/>, in a few words; empty where there is none.</summary>
    public virtual string Describe(FeatureSet set) => "";
}
