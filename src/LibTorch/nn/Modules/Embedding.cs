namespace TorchSharp.Modules;

/// <summary>What the two modules with a table have in common.</summary>
internal sealed class EmbeddingTable(long? padding, double? max_norm, double norm_type)
{
    private static readonly Operator renormOp = new("embedding_renorm_");

    public static void Draw(Parameter weight, long? padding)
    {
        init.normal_(weight);
        if (padding is not { } row) return;
        using var scope = NewDisposeScope();
        using (no_grad()) weight[row].zero_();
    }

    /// <exception cref="ArgumentException">There is no such row.</exception>
    public static long? Row(long? padding, long rows)
    {
        if (padding is null) return null;
        if (padding < -rows || padding >= rows) throw new ArgumentException($"the padding index {padding} is no row of a table of {rows}", nameof(padding));
        return padding < 0 ? padding + rows : padding;
    }

    public long? Padding => padding;

    public void Shorten(Parameter weight, Tensor input)
    {
        if (max_norm is not { } norm) return;
        using var scope = NewDisposeScope();
        using (no_grad()) renormOp.InPlace(weight, weight, input.contiguous(), norm, norm_type);
    }
}

/// <summary>A table with a trained row for each number.</summary>
/// <remarks>padding_idx names a row that stays 0 and gets no gradient; rows that are used are shortened to max_norm; freeze leaves the table untrained.</remarks>
public sealed class Embedding : Module<Tensor, Tensor>
{
    private static readonly Operator embeddingOp = new("embedding");
    private readonly EmbeddingTable table;
    private readonly bool scale_grad_by_freq, sparse;

    internal Embedding(Tensor rows, bool freeze, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse, bool isNew)
        : base(nameof(Embedding))
    {
        table = new EmbeddingTable(EmbeddingTable.Row(padding_idx, rows.size(0)), max_norm, norm_type);
        (this.scale_grad_by_freq, this.sparse) = (scale_grad_by_freq, sparse);
        register_parameter(nameof(weight), new Parameter(rows, !freeze));
        if (isNew) EmbeddingTable.Draw(weight, table.Padding);
    }

    /// <summary>The rows, of shape [num_embeddings, embedding_dims].</summary>
    public Parameter weight { get => OwnParameter(nameof(weight))!; set => Replace(nameof(weight), value ?? throw new ArgumentNullException(nameof(value))); }

    /// <param name="input">Whole numbers of any shape; the result has one dimension more.</param>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        table.Shorten(weight, input);
        return embeddingOp.Call(weight, input, table.Padding ?? -1, scale_grad_by_freq, sparse);
    }
}

/// <summary>A table of rows of which each bag of numbers gets the sum, the mean or the largest.</summary>
public sealed class EmbeddingBag : Module<Tensor, Tensor?, Tensor?, Tensor>
{
    private static readonly Operator embeddingBagOp = new("embedding_bag", "padding_idx");
    private readonly EmbeddingTable table;
    private readonly EmbeddingBagMode mode;
    private readonly bool scale_grad_by_freq, sparse, include_last_offset;

    internal EmbeddingBag(
        Tensor rows, bool freeze, double? max_norm, double norm_type, bool scale_grad_by_freq, EmbeddingBagMode mode,
        bool sparse, bool include_last_offset, long padding_index, bool isNew)
        : base(nameof(EmbeddingBag))
    {
        table = new EmbeddingTable(EmbeddingTable.Row(padding_index < 0 ? null : padding_index, rows.size(0)), max_norm, norm_type);
        (this.mode, this.scale_grad_by_freq, this.sparse, this.include_last_offset) = (mode, scale_grad_by_freq, sparse, include_last_offset);
        register_parameter(nameof(weight), new Parameter(rows, !freeze));
        if (isNew) EmbeddingTable.Draw(weight, table.Padding);
    }

    public Parameter weight { get => OwnParameter(nameof(weight))!; set => Replace(nameof(weight), value ?? throw new ArgumentNullException(nameof(value))); }
    public Tensor call(Tensor input) => base.call(input, null, null);
    public Tensor call(Tensor input, Tensor? offsets) => base.call(input, offsets, null);
    public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => base.call(input, offsets, perSampleWeights);

    /// <param name="input">Bags as rows, or all their numbers one after the other.</param>
    /// <param name="offsets">Where each bag begins; null when bags are rows.</param>
    /// <param name="perSampleWeights">The weight of each number, for sums.</param>
    public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (offsets is null == (input.dim() == 1)) throw new ArgumentException(
            offsets is null ? "numbers in one row need offsets" : "bags as rows take no offsets", nameof(offsets));
        if (perSampleWeights is not null && mode != EmbeddingBagMode.Sum) throw new ArgumentException(
            $"only sums take weights, not {mode}", nameof(perSampleWeights));
        using var scope = NewDisposeScope();
        table.Shorten(weight, input);
        offsets ??= arange(0, input.numel(), input.size(1), input.dtype, input.device);
        return embeddingBagOp
            .Call(weight, input.reshape(-1), offsets, scale_grad_by_freq, (long)mode, sparse, perSampleWeights?.reshape(-1), include_last_offset, table.Padding)
            .MoveToOuterDisposeScope();
    }
}
