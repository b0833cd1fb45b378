namespace TorchSharp.Modules;

/// <summary>What the layers of encoder and decoder share: attention, then two linear layers, each with dropout, a shortcut and a normalization.</summary>
internal sealed class TransformerBlock(nn.Module owner, long d_model, long nhead, long dim_feedforward, double dropout, Activations activation)
{
    public MultiheadAttention Attention(string name) => Register(name, MultiheadAttention(d_model, nhead, dropout));

    public (Linear up, Dropout within, Linear down) FeedForward() =>
        (Register("linear1", Linear(d_model, dim_feedforward)), Register("dropout", Dropout(dropout)), Register("linear2", Linear(dim_feedforward, d_model)));

    public (LayerNorm[] norms, Dropout[] dropouts) Ends(int count)
    {
        LayerNorm[] norms = [.. Enumerable.Range(1, count).Select(i => Register($"norm{i}", LayerNorm(d_model)))];
        return (norms, [.. Enumerable.Range(1, count).Select(i => Register($"dropout{i}", Dropout(dropout)))]);
    }

    public Tensor Activate(Tensor x) => activation == Activations.GELU ? functional.gelu(x) : functional.relu(x);

    /// <summary>More layers like <paramref name="layer"/>, with its values.</summary>
    public static ModuleList<T> Copies<T>(T layer, long count, Func<T> make) where T : nn.Module
    {
        var state = layer.state_dict();
        using var stream = get_rng_state();
        var copies = new ModuleList<T>([.. Enumerable.Range(0, (int)count).Select(_ => make())]);
        set_rng_state(stream);
        foreach (var copy in copies)
        {
            copy.to(state.Values.First().dtype);
            copy.load_state_dict(state);
            copy.train(layer.training);
        }
        return copies;
    }

    private T Register<T>(string name, T module) where T : nn.Module
    {
        owner.register_module(name, module);
        return module;
    }
}

/// <summary>Self-attention and two linear layers over [S, N, d_model].</summary>
public sealed partial class TransformerEncoderLayer : Module<Tensor, Tensor>
{
    private readonly MultiheadAttention attention;
    private readonly (Linear up, Dropout within, Linear down) feedForward;
    private readonly LayerNorm[] norms;
    private readonly Dropout[] dropouts;
    private readonly TransformerBlock block;

    internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, Activations activation)
        : base(nameof(TransformerEncoderLayer))
    {
        block = new TransformerBlock(this, d_model, nhead, dim_feedforward, dropout, activation);
        attention = block.Attention("self_attn");
        feedForward = block.FeedForward();
        (norms, dropouts) = block.Ends(2);
        Again = () => new TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation);
    }

    internal Func<TransformerEncoderLayer> Again { get; }
    public override Tensor forward(Tensor src) => Pass(src, null, null);

    private Tensor Pass(Tensor src, Tensor? mask, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var x = norms[0].call(src + dropouts[0].call(attention.call(src, src, src, padding, false, mask).Item1));
        return norms[1].call(x + dropouts[1].call(feedForward.down.call(feedForward.within.call(block.Activate(feedForward.up.call(x)))))).MoveToOuterDisposeScope();
    }
}

/// <summary>Copies of an encoder layer, one after the other.</summary>
public sealed partial class TransformerEncoder : Module<Tensor, Tensor?, Tensor?, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> layers;
    private readonly LayerNorm? norm;

    internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers, LayerNorm? norm)
        : base(nameof(TransformerEncoder))
    {
        layers = TransformerBlock.Copies(encoder_layer, num_layers, encoder_layer.Again);
        this.norm = norm;
        RegisterComponents();
    }

    /// <param name="src">[S, N, d_model]</param>
    /// <param name="src_mask">[S, S]: true, or minus infinity, where no attention is allowed.</param>
    /// <param name="src_key_padding_mask">[N, S], true where a position does not count.</param>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        foreach (var layer in layers) src = layer.call(src, src_mask, src_key_padding_mask);
        return (norm?.call(src) ?? functional.Alias(src)).MoveToOuterDisposeScope();
    }
}

/// <summary>Self-attention, attention to an encoder's output, and two linear layers over [T, N, d_model].</summary>
public sealed partial class TransformerDecoderLayer : Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
{
    private readonly MultiheadAttention attention, cross;
    private readonly (Linear up, Dropout within, Linear down) feedForward;
    private readonly LayerNorm[] norms;
    private readonly Dropout[] dropouts;
    private readonly TransformerBlock block;

    internal TransformerDecoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, Activations activation)
        : base(nameof(TransformerDecoderLayer))
    {
        block = new TransformerBlock(this, d_model, nhead, dim_feedforward, dropout, activation);
        (attention, cross) = (block.Attention("self_attn"), block.Attention("multihead_attn"));
        feedForward = block.FeedForward();
        (norms, dropouts) = block.Ends(3);
        Again = () => new TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation);
    }

    internal Func<TransformerDecoderLayer> Again { get; }
    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var x = norms[0].call(tgt + dropouts[0].call(attention.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1));
        x = norms[1].call(x + dropouts[1].call(cross.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1));
        return norms[2].call(x + dropouts[2].call(feedForward.down.call(feedForward.within.call(block.Activate(feedForward.up.call(x)))))).MoveToOuterDisposeScope();
    }
}

/// <summary>Copies of a decoder layer, one after the other.</summary>
public sealed partial class TransformerDecoder : Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
{
    private readonly ModuleList<TransformerDecoderLayer> layers;
    private readonly LayerNorm? norm;

    internal TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers, LayerNorm? norm)
        : base(nameof(TransformerDecoder))
    {
        layers = TransformerBlock.Copies(decoder_layer, num_layers, decoder_layer.Again);
        this.norm = norm;
        RegisterComponents();
    }

    /// <param name="tgt">[T, N, d_model]</param>
    /// <param name="memory">The encoder's output, [S, N, d_model].</param>
    public override Tensor forward(
        Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        using var scope = NewDisposeScope();
        foreach (var layer in layers) tgt = layer.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        return (norm?.call(tgt) ?? functional.Alias(tgt)).MoveToOuterDisposeScope();
    }
}

/// <summary>Encoder and decoder: from [S, N, d_model] and [T, N, d_model] to [T, N, d_model].</summary>
public sealed class Transformer : Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder encoder;
    private readonly TransformerDecoder decoder;

    internal Transformer(long d_model, long nhead, long num_encoder_layers, long num_decoder_layers, long dim_feedforward, double dropout, Activations activation)
        : base(nameof(Transformer))
    {
        using (var layer = TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation))
        {
            encoder = new(layer, num_encoder_layers, LayerNorm(d_model));
        }
        using (var layer = TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation))
        {
            decoder = new(layer, num_decoder_layers, LayerNorm(d_model));
        }
        RegisterComponents();
        foreach (var parameter in parameters()) if (parameter.dim() > 1) init.xavier_uniform_(parameter);
    }

    public Tensor call(
        Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null,
        Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null,
        Tensor? memory_key_padding_mask = null)
    {
        using var memory = encoder.call(src, src_mask, src_key_padding_mask);
        return decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
    }

    public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null);
}
