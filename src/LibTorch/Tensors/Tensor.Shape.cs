namespace TorchSharp;

public static partial class torch
{
    /// <summary>The same elements in another shape. Most results share the memory of the tensor they come from.</summary>
    public partial class Tensor
    {
        private static readonly Operator reshapeOp = new("reshape"), viewOp = new("view"), flattenOp = new("flatten", "using_ints"), expandOp = new("expand");
        private static readonly Operator transposeOp = new("transpose", "int"), tOp = new("t"), permuteOp = new("permute"), repeatOp = new("repeat");
        private static readonly Operator squeezeOp = new("squeeze"), squeezeDimOp = new("squeeze", "dim"), unsqueezeOp = new("unsqueeze");
        private static readonly Operator unsqueezeInPlaceOp = new("unsqueeze_");
        private static readonly Operator cloneOp = new("clone"), contiguousOp = new("contiguous"), aliasOp = new("alias");
        private static readonly Operator splitOp = new("split", "Tensor"), splitSizesOp = new("split_with_sizes"), chunkOp = new("chunk"), unbindOp = new("unbind", "int");
        private static readonly Operator flipOp = new("flip"), trilOp = new("tril"), triuOp = new("triu"), diagOp = new("diag");

        /// <summary>Transposed: the last two dimensions of a matrix, all of them in general.</summary>
        public Tensor T => dim() == 2 ? t() : permute([.. Enumerable.Range(0, (int)dim()).Reverse().Select(i => (long)i)]);

        public Tensor mT => transpose(-2, -1);

        /// <summary>One size may be -1: what is left.</summary>
        public Tensor reshape(params long[] shape) => reshapeOp.Call(this, shape);

        /// <summary>Like <see cref="reshape"/>, but fails rather than copy.</summary>
        public Tensor view(params long[] shape) => viewOp.Call(this, shape);

        public Tensor view_as(Tensor other) => view(other.shape);
        public Tensor reshape_as(Tensor other) => reshape(other.shape);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => flattenOp.Call(this, start_dim, end_dim);
        public Tensor transpose(long dim0, long dim1) => transposeOp.Call(this, dim0, dim1);
        public Tensor t() => tOp.Unary(this);
        public Tensor permute(params long[] permutation) => permuteOp.Call(this, permutation);
        public Tensor squeeze(long? dim = null) => dim is { } one ? squeezeDimOp.Call(this, one) : squeezeOp.Unary(this);
        public Tensor unsqueeze(long dim) => unsqueezeOp.Call(this, dim);
        public Tensor unsqueeze_(long dim) => unsqueezeInPlaceOp.InPlace(this, this, dim);
        public Tensor expand(params long[] sizes) => expandOp.Call(this, sizes);
        public Tensor expand_as(Tensor other) => expand(other.shape);
        public Tensor repeat(params long[] sizes) => repeatOp.Call(this, sizes);
        public Tensor flip(params long[] dims) => flipOp.Call(this, dims);
        public Tensor tril(long diagonal = 0) => trilOp.Call(this, diagonal);
        public Tensor triu(long diagonal = 0) => triuOp.Call(this, diagonal);
        public Tensor diag(long diagonal = 0) => diagOp.Call(this, diagonal);

        /// <summary>A copy of the elements, still part of the graph.</summary>
        public Tensor clone() => cloneOp.Call(this);

        /// <summary>The tensor itself when its elements lie in order, else a copy in which they do.</summary>
        public Tensor contiguous() => contiguousOp.Call(this);

        /// <summary>Another tensor object for the same native tensor.</summary>
        public Tensor alias() => aliasOp.Unary(this);

        public Tensor[] split(long split_size, long dim = 0) => splitOp.CallList(this, split_size, dim);
        public Tensor[] split(long[] split_sizes, long dim = 0) => splitSizesOp.CallList(this, split_sizes, dim);
        public Tensor[] chunk(long chunks, long dim = 0) => chunkOp.CallList(this, chunks, dim);
        public Tensor[] unbind(long dim = 0) => unbindOp.CallList(this, dim);
    }
}
