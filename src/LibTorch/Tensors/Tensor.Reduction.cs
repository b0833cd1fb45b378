namespace TorchSharp;

public static partial class torch
{
    /// <summary>Many elements to one: of the whole tensor, or along dimensions that disappear unless kept.</summary>
    public partial class Tensor
    {
        private static readonly Operator sumOp = new("sum"), sumDimOp = new("sum", "dim_IntList");
        private static readonly Operator meanOp = new("mean"), meanDimOp = new("mean", "dim");
        private static readonly Operator prodOp = new("prod"), prodDimOp = new("prod", "dim_int");
        private static readonly Operator stdOp = new("std"), stdDimOp = new("std", "dim"), varOp = new("var"), varDimOp = new("var", "dim");
        private static readonly Operator maxOp = new("max"), maxDimOp = new("max", "dim"), minOp = new("min"), minDimOp = new("min", "dim");
        private static readonly Operator argmaxOp = new("argmax"), argminOp = new("argmin"), medianOp = new("median");
        private static readonly Operator allOp = new("all"), allDimOp = new("all", "dim"), anyOp = new("any"), anyDimOp = new("any", "dim");
        private static readonly Operator normOp = new("norm", "Scalar"), normDimOp = new("norm", "ScalarOpt_dim");
        private static readonly Operator logsumexpOp = new("logsumexp"), cumsumOp = new("cumsum"), countNonzeroOp = new("count_nonzero");
        private static readonly Operator sortOp = new("sort", "stable"), argsortOp = new("argsort"), topkOp = new("topk");

        public Tensor sum(ScalarType? type = null) => sumOp.Call(this, type);

        // Beside the overload for long: a literal 0 would rather become a ScalarType than a long, and sum to bytes.
        public Tensor sum(int dim, bool keepdim = false, ScalarType? type = null) => sum((long)dim, keepdim, type);
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sumDimOp.Call(this, (long[])[dim], keepdim, type);
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sumDimOp.Call(this, (long[])[dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sumDimOp.Call(this, (long[])[dim0, dim1, dim2], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sumDimOp.Call(this, dim, keepdim, type);
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sumDimOp.Call(this, dim.ToArray(), keepdim, type);

        public Tensor mean() => meanOp.Call(this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => meanDimOp.Call(this, dimensions, keepdim, type);

        public Tensor prod(ScalarType? type = null) => prodOp.Call(this, type);
        public Tensor prod(int dim, bool keepdim = false, ScalarType? type = null) => prod((long)dim, keepdim, type);
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => prodDimOp.Call(this, dim, keepdim, type);

        public Tensor std(bool unbiased = true) => stdOp.Call(this, unbiased);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std((long[])[dim], unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Typed(type, input => stdDimOp.Call(input, dimensions, unbiased, keepdim));

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor var(bool unbiased = true) => varOp.Call(this, unbiased);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var((long[])[dim], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Typed(type, input => varDimOp.Call(input, dimensions, unbiased, keepdim));

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor max() => maxOp.Unary(this);
        public Tensor max(Tensor other) => maximum(other);
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => maxDimOp.CallTwo(this, dim, keepdim);
        public Tensor min() => minOp.Unary(this);
        public Tensor min(Tensor other) => minimum(other);
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => minDimOp.CallTwo(this, dim, keepdim);
        public Tensor argmax() => argmaxOp.Call(this);
        public Tensor argmax(long dim, bool keepdim = false) => argmaxOp.Call(this, dim, keepdim);
        public Tensor argmin() => argminOp.Call(this);
        public Tensor argmin(long dim, bool keepdim = false) => argminOp.Call(this, dim, keepdim);
        public Tensor median() => medianOp.Unary(this);
        public Tensor all() => allOp.Unary(this);
        public Tensor all(long dim, bool keepdim = false) => allDimOp.Call(this, dim, keepdim);
        public Tensor any() => anyOp.Unary(this);
        public Tensor any(long dim, bool keepdim = false) => anyDimOp.Call(this, dim, keepdim);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2) => normOp.Call(this, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => normDimOp.Call(this, p, (long[])[dim], keepdim);
        public Tensor logsumexp(long dim, bool keepdim = false) => logsumexpOp.Call(this, (long[])[dim], keepdim);
        public Tensor cumsum(long dim, ScalarType? type = null) => cumsumOp.Call(this, dim, type);
        public Tensor count_nonzero(long[]? dims = null) => dims is null ? countNonzeroOp.Call(this) : ne(0).sum(dims);

        public (Tensor values, Tensor indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            sortOp.CallTwo(this, stable, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => argsortOp.Call(this, dim, descending);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            topkOp.CallTwo(this, k, dim, largest, sorted);

        private Tensor Typed(ScalarType? type, Func<Tensor, Tensor> reduce)
        {
            if (type is null) return reduce(this);
            using var converted = to_type(type.Value);
            return reduce(converted);
        }
    }
}
