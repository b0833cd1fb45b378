using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>The keys and values of the tokens so far, a pair for each layer, so that a next token needs no more than itself.</summary>
public sealed class KeyValueCache : IDisposable
{
    private readonly (Tensor keys, Tensor values)?[] layers;

    internal KeyValueCache(int layers) => this.layers = new (Tensor, Tensor)?[layers];

    /// <summary>How many tokens are in it.</summary>
    public long length => layers.Length > 0 && layers[0] is var (keys, _) ? keys.size(2) : 0;

    public void Dispose()
    {
        for (var layer = 0; layer < layers.Length; layer++) Set(layer, null);
    }

    /// <summary>Adds the keys and values of new tokens, [batch, heads, tokens, features], and gives those of all.</summary>
    internal (Tensor keys, Tensor values) Add(int layer, Tensor keys, Tensor values)
    {
        if (layers[layer] is not var (past, pastValues))
        {
            Set(layer, (keys.alias(), values.alias()));
        }
        else
        {
            Set(layer, (cat([past, keys], 2), cat([pastValues, values], 2)));
        }
        return layers[layer]!.Value;
    }

    private void Set(int layer, (Tensor keys, Tensor values)? pair)
    {
        if (layers[layer] is var (old, oldValues))
        {
            old.Dispose();
            oldValues.Dispose();
        }
        pair?.keys.DetachFromDisposeScope();
        pair?.values.DetachFromDisposeScope();
        layers[layer] = pair;
    }
}
