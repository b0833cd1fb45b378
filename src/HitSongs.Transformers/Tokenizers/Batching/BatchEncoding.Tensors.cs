using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>The one place where tokens become tensors.</summary>
public sealed partial class BatchEncoding
{
    private readonly Dictionary<string, Tensor> _tensors = [];
    private Device? _device;

    /// <summary>The ids, int64 [texts, tokens].</summary>
    public Tensor input_ids => this["input_ids"];

    /// <summary>1 for tokens and 0 for padding, int64 [texts, tokens].</summary>
    public Tensor attention_mask => this["attention_mask"];

    /// <summary>0 and 1 for the texts of a pair, int64 [texts, tokens].</summary>
    public Tensor token_type_ids => this["token_type_ids"];

    /// <summary>The numbers of one key as an int64 tensor [texts, tokens], made at the first call.</summary>
    /// <exception cref="KeyNotFoundException">The batch has no such key.</exception>
    /// <exception cref="InvalidOperationException">The texts have different numbers of tokens.</exception>
    public Tensor this[string key]
    {
        get
        {
            if (!_tensors.TryGetValue(key, out var tensor))
            {
                tensor = MakeTensor(key);
                _tensors[key] = _device is null ? tensor : tensor.to(_device);
            }
            return _tensors[key];
        }
    }

    /// <summary>Puts every tensor, those already made and those to come, on <paramref name="device"/>.</summary>
    public BatchEncoding to(Device device)
    {
        _device = device;
        foreach (var key in _tensors.Keys)
        {
            _tensors[key] = _tensors[key].to(device);
        }
        return this;
    }

    internal void MakeTensors() => _keys.ForEach(key => _ = this[key]);

    private Tensor MakeTensor(string key)
    {
        var rows = encodings.Select(one => Column(one, key)).ToList();
        var width = rows.Count == 0 ? 0 : rows[0].Length;
        var flat = new long[rows.Count * width];
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Length != width)
            {
                throw new InvalidOperationException(
                    $"\"{key}\" is no tensor: the first text has {width} tokens and text {row + 1} has {rows[row].Length}. Encode with padding: true, and "
                        + "truncation: true where texts may be long."
                );
            }
            for (var i = 0; i < width; i++)
            {
                flat[(row * width) + i] = rows[row][i];
            }
        }
        return tensor(flat, [rows.Count, width], dtype: ScalarType.Int64);
    }
}
