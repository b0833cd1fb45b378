namespace HitSongs.Grading.Readers;

/// <summary>Turns passages into vectors: what is slow, and done once, when evidence is collected.</summary>
public interface IPassageEncoder
{
    /// <summary>SHA-256 of the weights that it has, in lower-case hex: vectors of one encoder mean nothing to the heads of another.</summary>
    string Id { get; }

    /// <summary>A vector for each text; the same for the same text, whatever stands beside it.</summary>
    /// <returns>Each has <see cref="PassageVector.Size"/> numbers.</returns>
    IReadOnlyList<PassageVector> Encode(IReadOnlyList<string> texts);
}
