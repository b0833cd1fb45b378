using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Transformers.Models;

namespace HitSongs.Transformers;

/// <summary>Configuration of a model (config.json): kind and sizes. What this version does not know is kept and written back.</summary>
public abstract record PretrainedConfig
{
    /// <summary>The kind of model, such as "bert".</summary>
    public abstract string model_type { get; }

    /// <summary>The classes whose weights lie beside the file.</summary>
    public IReadOnlyList<string> architectures { get; init; } = [];

    /// <summary>The standard deviation of new weights.</summary>
    public double initializer_range { get; init; } = 0.02;

    /// <summary>The names of a classification's labels, from 0 on.</summary>
    public IReadOnlyDictionary<int, string> id2label { get; init; } = Labels(2);

    /// <summary>The labels' numbers by name.</summary>
    public IReadOnlyDictionary<string, int> label2id => id2label.GroupBy(entry => entry.Value).ToDictionary(same => same.Key, same => same.First().Key);

    /// <summary>Number of labels; setting it names them LABEL_0, LABEL_1, …</summary>
    [JsonIgnore]
    public int num_labels
    {
        get => id2label.Count;
        init => id2label = value == id2label.Count ? id2label : Labels(value);
    }

    /// <summary>"regression", "single_label_classification", "multi_label_classification", or null to infer it from labels and their number.</summary>
    public string? problem_type { get; init; }

    public long? pad_token_id { get; init; }

    public long? bos_token_id { get; init; }

    public long? eos_token_id { get; init; }

    public string? torch_dtype { get; init; } = "float32";

    /// <summary>Other keys of the file.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> others { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Writes config.json into a folder, which is made if it is not there.</summary>
    public void save_pretrained(string save_directory)
    {
        Directory.CreateDirectory(save_directory);
        Weights.WholeFile.Write(Path.Combine(save_directory, ConfigFile.Name), ConfigFile.Text(this));
    }

    /// <summary>Fault of the configuration, in a few words; null when nothing is wrong.</summary>
    internal virtual string? Fault()
    {
        if (id2label.Count is 0 || id2label.Keys.Any(id => id < 0 || id >= id2label.Count)) return "the numbers in id2label do not run from 0 on";
        return initializer_range is >= 0 and < 1e3 ? null : $"initializer_range is {initializer_range}";
    }

    /// <summary>Number of elements in the weights of the model without a head.</summary>
    internal virtual Int128 Elements() => 0;

    /// <summary>The first size that is not from 1 to 2³¹ − 1, in words.</summary>
    private protected static string? Sizes(params ReadOnlySpan<(string name, long value)> sizes)
    {
        foreach (var (name, value) in sizes) if (value is < 1 or > int.MaxValue) return $"{name} is {value}, it must be from 1 to {int.MaxValue}";
        return null;
    }

    /// <summary>The first share that is not from 0 to 1, in words.</summary>
    private protected static string? Shares(params ReadOnlySpan<(string name, double value)> shares)
    {
        foreach (var (name, value) in shares) if (value is not (>= 0 and <= 1)) return $"{name} is {value}, it must be from 0 to 1";
        return null;
    }

    private static Dictionary<int, string> Labels(int count) =>
        Enumerable.Range(0, Math.Clamp(count, 0, 1 << 24)).ToDictionary(id => id, id => $"LABEL_{id}");
}
