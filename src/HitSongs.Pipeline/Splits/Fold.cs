namespace HitSongs.Pipeline.Splits;

/// <summary>One way to divide songs: what a model learns from, and what it is asked.</summary>
/// <param name="Number">0 to k − 1.</param>
public sealed record Fold(int Number, IReadOnlyList<LabelledSong> Training, IReadOnlyList<LabelledSong> Test);
