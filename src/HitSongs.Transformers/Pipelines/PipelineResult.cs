namespace HitSongs.Transformers;

/// <summary>One answer of a pipeline. Which fields it has depends on the task; the others are null.</summary>
public sealed record PipelineResult
{
    /// <summary>sentiment-analysis: the label's name.</summary>
    public string? label { get; init; }

    /// <summary>sentiment-analysis: a probability, from 0 to 1. sentence-similarity: the cosine of the angle between two vectors, from -1 to
    /// 1.</summary>
    public double? score { get; init; }

    /// <summary>feature-extraction: a vector for each token, special ones included.</summary>
    public IReadOnlyList<float[]>? features { get; init; }

    /// <summary>sentence-similarity: the vector of the sentence, of length 1.</summary>
    public float[]? embedding { get; init; }
}
