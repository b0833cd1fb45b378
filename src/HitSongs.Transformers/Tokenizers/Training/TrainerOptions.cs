namespace HitSongs.Transformers.Tokenizers.Training;

/// <summary>What a vocabulary is trained to.</summary>
internal sealed record TrainerOptions
{
    /// <summary>Where joining stops; the alphabet and the special tokens may alone be more.</summary>
    public required int VocabSize { get; init; }

    /// <summary>A pair that occurs less often is not joined.</summary>
    public int MinFrequency { get; init; }

    /// <summary>The tokens with the first ids.</summary>
    public IReadOnlyList<string> SpecialTokens { get; init; } = [];

    /// <summary>Characters that the vocabulary has whether or not they occur.</summary>
    public IReadOnlyList<string> InitialAlphabet { get; init; } = [];

    /// <summary>What stands before a piece that does not begin a word; empty for none.</summary>
    public string ContinuingPrefix { get; init; } = "";

    public WordPieceScore Score { get; init; } = WordPieceScore.Frequency;
}
