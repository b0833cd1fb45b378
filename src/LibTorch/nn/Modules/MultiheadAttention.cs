namespace TorchSharp.Modules;

/// <summary>Attention of several heads from queries [L, N, E] to keys and values [S, N, …].</summary>
/// <remarks>
/// kdim and vdim are the features of keys and values, those of the queries when null. add_bias_kv adds a trained key and value to each
/// sequence, add_zero_attn a key and value of zeros.
/// </remarks>
public sealed class MultiheadAttention : Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
{
    private static readonly Operator baddbmmOp = new("baddbmm"), maskedFillOp = new("masked_fill", "Scalar");
    private readonly Linear out_proj;
    private readonly long features, heads;
    private readonly double dropout;
    private readonly bool addZero;

    internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim, long? vdim)
        : base(nameof(MultiheadAttention))
    {
        if (num_heads < 1 || embedded_dim % num_heads != 0) throw new ArgumentException(
            $"{embedded_dim} features cannot be divided among {num_heads} heads", nameof(num_heads));
        (features, heads, this.dropout, addZero) = (embedded_dim, num_heads, dropout, add_zero_attn);
        // In PyTorch's order: the output layer draws its values first.
        if ((kdim ?? embedded_dim) == embedded_dim && (vdim ?? embedded_dim) == embedded_dim)
        {
            NewParameter("in_proj_weight", null, null, 3 * embedded_dim, embedded_dim);
        }
        else
        {
            NewParameter("q_proj_weight", null, null, embedded_dim, embedded_dim);
            NewParameter("k_proj_weight", null, null, embedded_dim, kdim ?? embedded_dim);
            NewParameter("v_proj_weight", null, null, embedded_dim, vdim ?? embedded_dim);
        }
        if (bias) NewParameter("in_proj_bias", null, null, 3 * embedded_dim);
        out_proj = Linear(embedded_dim, embedded_dim, bias);
        register_module(nameof(out_proj), out_proj);
        if (add_bias_kv) NewParameter("bias_k", null, null, 1, 1, embedded_dim);
        if (add_bias_kv) NewParameter("bias_v", null, null, 1, 1, embedded_dim);
        foreach (var (name, parameter) in parametersByName)
        {
            if (name == "in_proj_bias") init.zeros_(parameter);
            else if (name.StartsWith("bias", StringComparison.Ordinal)) init.xavier_normal_(parameter);
            else init.xavier_uniform_(parameter);
        }
        if (bias) init.zeros_(out_proj.bias!);
    }

    /// <param name="query">[L, N, E], or [L, E] for one sequence.</param>
    /// <param name="key">[S, N, kdim]</param>
    /// <param name="value">[S, N, vdim]</param>
    /// <param name="key_padding_mask">[N, S], true where a key does not count.</param>
    /// <param name="need_weights">Give the attention, averaged over heads, beside the result; null otherwise.</param>
    /// <param name="attn_mask">[L, S] or [N heads, L, S]: true where no attention is allowed, or numbers to add.</param>
    /// <returns>The result [L, N, E] and the attention [N, L, S].</returns>
    public new Tuple<Tensor, Tensor> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    /// <inheritdoc cref="call"/>
    public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        if (query.dim() is not (2 or 3) || query.size(-1) != features) throw new ArgumentException(
            $"queries have shape [L, N, {features}], not [{string.Join(", ", query.shape)}]", nameof(query));
        using var scope = NewDisposeScope();
        var one = query.dim() == 2;
        var (q, k, v) = one ? Project(query.unsqueeze(1), key.unsqueeze(1), value.unsqueeze(1)) : Project(query, key, value);
        var (length, batch) = (q.size(0), q.size(1));
        var mask = attn_mask?.dim() == 2 ? attn_mask.unsqueeze(0) : attn_mask;
        var ignored = one ? key_padding_mask?.unsqueeze(0) : key_padding_mask;
        if (OwnParameter("bias_k") is { } biasKey)
        {
            (k, v) = (cat([k, biasKey.repeat(1, batch, 1)]), cat([v, OwnParameter("bias_v")!.repeat(1, batch, 1)]));
            (mask, ignored) = (Widen(mask), Widen(ignored));
        }
        (q, k, v) = (Heads(q, batch), Heads(k, batch), Heads(v, batch));
        if (addZero)
        {
            var nothing = zeros([batch * heads, 1, features / heads], k.dtype, k.device);
            (k, v) = (cat([k, nothing], 1), cat([v, nothing], 1));
            (mask, ignored) = (Widen(mask), Widen(ignored));
        }
        if (ignored is not null) mask = Both(mask, ignored.view(batch, 1, 1, -1).expand(-1, heads, -1, -1).reshape(batch * heads, 1, -1));
        if (mask?.dtype == ScalarType.Bool) mask = maskedFillOp.Call(zeros_like(mask, q.dtype), mask, double.NegativeInfinity);

        q /= Math.Sqrt(features / heads);
        var weights = mask is null ? q.bmm(k.transpose(-2, -1)) : baddbmmOp.Call(mask, q, k.transpose(-2, -1));
        weights = functional.dropout(weights.softmax(-1), dropout, training);
        var result = out_proj.forward(weights.bmm(v).transpose(0, 1).reshape(length * batch, features)).view(length, batch, features);
        var attention = need_weights ? weights.view(batch, heads, length, -1).sum(1) / heads : null;
        if (one) (result, attention) = (result.squeeze(1), attention?.squeeze(0));
        return Tuple.Create(result.MoveToOuterDisposeScope(), attention?.MoveToOuterDisposeScope()!);
    }

    private (Tensor, Tensor, Tensor) Project(Tensor query, Tensor key, Tensor value)
    {
        var biases = OwnParameter("in_proj_bias")?.chunk(3) ?? [null!, null!, null!];
        if (OwnParameter("in_proj_weight") is not { } all)
        {
            return (functional.linear(query, OwnParameter("q_proj_weight")!, biases[0]), functional.linear(key, OwnParameter("k_proj_weight")!, biases[1]),
                functional.linear(value, OwnParameter("v_proj_weight")!, biases[2]));
        }
        if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            var parts = functional.linear(query, all, OwnParameter("in_proj_bias")).chunk(3, -1);
            return (parts[0], parts[1], parts[2]);
        }
        if (ReferenceEquals(key, value))
        {
            // One product for both, as in PyTorch, so that the gradient is summed in its order.
            var (split, offsets) = (all.split([all.size(1), 2 * all.size(1)]),
                OwnParameter("in_proj_bias")?.split([all.size(1), 2 * all.size(1)]) ?? [null!, null!]);
            var both = functional.linear(key, split[1], offsets[1]).chunk(2, -1);
            return (functional.linear(query, split[0], offsets[0]), both[0], both[1]);
        }
        var weights = all.chunk(3);
        return (functional.linear(query, weights[0], biases[0]), functional.linear(key, weights[1], biases[1]), functional.linear(value, weights[2], biases[2]));
    }

    private Tensor Heads(Tensor x, long batch) => x.contiguous().view(x.size(0), batch * heads, features / heads).transpose(0, 1);
    private static Tensor? Widen(Tensor? mask) => mask is null ? null : functional.pad(mask, [0, 1]);

    private static Tensor Both(Tensor? mask, Tensor ignored)
    {
        if (mask is null) return ignored;
        return mask.dtype == ScalarType.Bool ? mask.logical_or(ignored) : maskedFillOp.Call(mask, ignored, double.NegativeInfinity);
    }
}
