namespace HitSongs.Transformers;

/// <summary>One answer of a pipeline. Which fields it has depends on the task; the others are null.</summary>
public sealed record PipelineResult
{
    /// <summary>sentiment-analysis: the label's name.</summary>
    public string? label { get; init; }

    /// <summary>sentiment-analysis and fill-mask: a probability, from 0 to 1. sentence-similarity: the cosine of the angle between two vectors, from -1 to
    /// 1.</summary>
    public double? score { get; init; }

    /// <summary>fill-mask: the number of the token.</summary>
    public int? token { get; init; }

    /// <summary>fill-mask: the token.</summary>
    public string? token_str { get; init; }

    /// <summary>fill-mask: the text with the token in its gap.</summary>
    public string? sequence { get; init; }

    /// <summary>feature-extraction: a vector for each token, special ones included.</summary>
    public IReadOnlyList<float[]>? features { get; init; }

    /// <summary>sentence-similarity: the vector of the sentence, of length 1.</summary>
    public float[]? embedding { get; init; }
}
