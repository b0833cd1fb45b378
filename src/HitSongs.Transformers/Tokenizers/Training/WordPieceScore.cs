namespace HitSongs.Transformers;

/// <summary>By what a WordPiece vocabulary chooses the next pair to join.</summary>
public enum WordPieceScore
{
    /// <summary>By how often the pair occurs, as byte-pair encoding and Hugging Face's WordPieceTrainer do.</summary>
    Frequency,

    /// <summary>By freq(pair) / (freq(a) · freq(b)), the gain in the corpus's likelihood, as WordPiece was published.</summary>
    Likelihood,
}
