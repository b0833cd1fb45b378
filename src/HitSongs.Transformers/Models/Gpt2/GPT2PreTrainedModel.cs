namespace HitSongs.Transformers;

/// <summary>What all models with a GPT-2 have in common.</summary>
public abstract class GPT2PreTrainedModel : PreTrainedModel
{
    private protected GPT2PreTrainedModel(GPT2Config config, string name)
        : base(config, name) => this.config = config;

    public GPT2Config config { get; }

    internal override string base_model_prefix => "transformer";

    // Triangles of ones, in files of some versions.
    internal override bool IsComputed(string key) => key.EndsWith(".attn.bias", StringComparison.Ordinal) || key.EndsWith(".attn.masked_bias", StringComparison.Ordinal);

    // What is added to the shortcut in each layer is smaller the more layers there are.
    private protected override double Deviation(string name) =>
        name.EndsWith("c_proj.weight", StringComparison.Ordinal) ? config.initializer_range / Math.Sqrt(2.0 * config.n_layer) : config.initializer_range;
}
