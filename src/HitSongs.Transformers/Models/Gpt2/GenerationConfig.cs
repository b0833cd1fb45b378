using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>How texts are continued; unless told otherwise by the likeliest token each time.</summary>
public sealed record GenerationConfig
{
    /// <summary>How many tokens are added at most.</summary>
    public int max_new_tokens { get; init; } = 20;

    /// <summary>Draw tokens by their probability, rather than take the likeliest.</summary>
    public bool do_sample { get; init; }

    /// <summary>Above 0: the lower, the surer.</summary>
    public double temperature { get; init; } = 1;

    /// <summary>Only so many of the likeliest tokens are drawn from; 0 for all.</summary>
    public int top_k { get; init; } = 50;

    /// <summary>Only as many of the likeliest tokens are drawn from as together reach this probability, above 0 and up to 1.</summary>
    public double top_p { get; init; } = 1;

    /// <summary>Where a text ends; the model's when null, and nowhere when that has none. A number below 0 is never met.</summary>
    public long? eos_token_id { get; init; }

    /// <summary>What stands behind an end; the end itself when null.</summary>
    public long? pad_token_id { get; init; }

    /// <summary>Keep keys and values, so that each token is computed once.</summary>
    public bool use_cache { get; init; } = true;

    /// <summary>The random numbers; the default ones when null.</summary>
    public Generator? generator { get; init; }
}
