using HitSongs.Transformers.Models;
using HitSongs.Transformers.Pretrained;
using HitSongs.Transformers.Weights;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>
/// A model with a configuration, which is read from a folder of the hub's layout and written to one. Models of one's own derive from it, as
/// from nn.Module, and give back the loss where the batch has labels: then the Trainer trains them.
/// </summary>
public abstract class PreTrainedModel : nn.Module
{
    protected PreTrainedModel(PretrainedConfig config, string name)
        : base(name)
    {
        Config = config;
        if (config.Fault() is { } fault) throw new ArgumentException($"{name}: {fault}", nameof(config));
    }

    /// <summary>Report on loading the weights; null for a model that was not read from a folder.</summary>
    public LoadingReport? loading_report { get; internal set; }

    internal PretrainedConfig Config { get; }

    /// <summary>The field that models with a head keep the model without one in: what their weights' names begin with.</summary>
    internal virtual string base_model_prefix => "";

    /// <summary>Whether this is the model without a head.</summary>
    internal virtual bool IsBase => false;

    /// <summary>Whether the model computes a name in files by itself, so that it is not told as unexpected.</summary>
    internal virtual bool IsComputed(string key) => false;

    /// <summary>
    /// Runs the model on tensors by the names of its arguments in the Python library (input_ids, attention_mask, token_type_ids,
    /// position_ids, labels), as `model(**batch)` does there.
    /// </summary>
    /// <exception cref="ArgumentException">There are no input_ids, or a name that the model has no argument for.</exception>
    public abstract ModelOutput call(IReadOnlyDictionary<string, Tensor> batch);

    /// <summary>Writes config.json and model.safetensors, which the Python library reads, into a folder, which is made if it is not there.</summary>
    public void save_pretrained(string save_directory)
    {
        (Config with { architectures = [GetType().Name] }).save_pretrained(save_directory);
        SafetensorsWriter.WriteFile(state_dict(), Path.Combine(save_directory, Checkpoint.Safetensors), SafetensorsWriter.OfPyTorch);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A weight does not have the shape of the model's, or one is missing or unexpected while <paramref name="strict"/>
    /// holds.</exception>
    public override (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
        Dictionary<string, Tensor> source,
        bool strict = true,
        IList<string>? skip = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var wrong = state_dict()
            .Where(own => skip?.Contains(own.Key) != true && source.TryGetValue(own.Key, out var its) && !its.shape.SequenceEqual(own.Value.shape))
            .Select(own => new MismatchedKey(own.Key, source[own.Key].shape, own.Value.shape))
            .ToList();
        // Before anything is copied: libtorch would stop in the middle, with a message that names no weight.
        return wrong.Count == 0
            ? base.load_state_dict(source, strict, skip)
            : throw new ArgumentException(
                $"weights do not have the shapes of {GetName()}: {wrong[0]}{(wrong.Count > 1 ? $", and {wrong.Count - 1} more" : "")}",
                nameof(source)
            );
    }

    /// <summary>Number of elements in the model's parameters.</summary>
    public long num_parameters() => parameters().Sum(parameter => parameter.numel());

    /// <summary>Draws the model's first values as the Python library does: normal weights, no offsets.</summary>
    internal void Draw() => Draw(_ => true);

    /// <summary>Draws the values of those weights that <paramref name="wanted"/> names.</summary>
    internal void Draw(Predicate<string> wanted)
    {
        using var unrecorded = no_grad();
        foreach (var (key, parameter) in named_parameters())
        {
            if (!wanted(key)) continue;
            if (parameter.dim() > 1) nn.init.normal_(parameter, 0, Deviation(key));
            else if (key.EndsWith("weight", StringComparison.Ordinal)) nn.init.ones_(parameter);
            else nn.init.zeros_(parameter);
        }
        if (PaddedTable is { } padded && wanted(padded.name)) padded.table.weight.narrow(0, padded.row, 1).zero_();
    }

    /// <summary>The standard deviation of a weight's first values.</summary>
    private protected virtual double Deviation(string name) => Config.initializer_range;

    /// <summary>The table whose row for padding begins as zeros.</summary>
    private protected virtual (string name, EmbeddingTable table, long row)? PaddedTable => null;

    /// <summary>The tensor of an argument that must be there.</summary>
    private protected Tensor Required(IReadOnlyDictionary<string, Tensor> batch, params ReadOnlySpan<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var key in batch.Keys)
        {
            if (!arguments.Contains(key))
                throw new ArgumentException($"{GetName()} takes no argument '{key}', it takes {string.Join(", ", arguments.ToArray())}", nameof(batch));
        }
        return batch.GetValueOrDefault("input_ids") ?? throw new ArgumentException($"{GetName()} needs input_ids", nameof(batch));
    }

    private protected static TModel Load<TModel, TConfig>(string folder, TConfig? config, bool ignore_mismatched_sizes, Func<TConfig, TModel> make)
        where TModel : PreTrainedModel
        where TConfig : PretrainedConfig
    {
        folder = PretrainedModels.Resolve(folder);
        return ModelLoading.Load(folder, config ?? ConfigFile.Read<TConfig>(folder), ignore_mismatched_sizes, make);
    }
}
