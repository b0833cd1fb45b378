using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Parts of a tensor. Numbers and slices give views of its memory; tensors of positions or masks give copies.</summary>
    public partial class Tensor
    {
        private static readonly Operator selectOp = new("select", "int"), sliceOp = new("slice", "Tensor"), narrowOp = new("narrow");
        private static readonly Operator indexOp = new("index", "Tensor"), indexPutInPlaceOp = new("index_put_"), indexSelectOp = new("index_select");
        private static readonly Operator gatherOp = new("gather"), takeOp = new("take"), scatterOp = new("scatter", "src"), scatterInPlaceOp = new("scatter_", "src");
        private static readonly Operator scatterAddOp = new("scatter_add"), scatterAddInPlaceOp = new("scatter_add_");
        private static readonly Operator maskedSelectOp = new("masked_select"), maskedFillOp = new("masked_fill", "Scalar");
        private static readonly Operator maskedFillInPlaceOp = new("masked_fill_", "Scalar"), nonzeroOp = new("nonzero"), whereOp = new("where", "self");

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Assign([i1], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(i1, i2);
            set => Assign([i1, i2], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(i1, i2, i3);
            set => Assign([i1, i2, i3], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(i1, i2, i3, i4);
            set => Assign([i1, i2, i3, i4], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => Assign(indices, value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(Array.ConvertAll(indices, TensorIndex.Tensor));
            set => Assign(Array.ConvertAll(indices, TensorIndex.Tensor), value);
        }

        public Tensor select(long dim, long index) => selectOp.Call(this, dim, index);
        public Tensor narrow(long dim, long start, long length) => narrowOp.Call(this, dim, start, length);
        public Tensor slice(long dim, long start, long finish, long step) => sliceOp.Call(this, dim, start, finish, step);
        public Tensor index_select(long dim, Tensor index) => indexSelectOp.Call(this, dim, NotNull(index));
        public Tensor gather(long dim, Tensor index) => gatherOp.Call(this, dim, NotNull(index));
        public Tensor take(Tensor index) => takeOp.Binary(this, index);
        public Tensor scatter(long dim, Tensor index, Tensor src) => scatterOp.Call(this, dim, NotNull(index), NotNull(src));
        public Tensor scatter_(long dim, Tensor index, Tensor src) => scatterInPlaceOp.InPlace(this, this, dim, NotNull(index), NotNull(src));
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => scatterAddOp.Call(this, dim, NotNull(index), NotNull(src));
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => scatterAddInPlaceOp.InPlace(this, this, dim, NotNull(index), NotNull(src));
        public Tensor masked_select(Tensor mask) => maskedSelectOp.Binary(this, mask);
        public Tensor masked_fill(Tensor mask, Scalar value) => maskedFillOp.WithAlpha(this, mask, value);
        public Tensor masked_fill_(Tensor mask, Scalar value) => maskedFillInPlaceOp.InPlace(this, this, NotNull(mask), NotNull(value));
        public Tensor nonzero() => nonzeroOp.Unary(this);

        /// <summary>This where <paramref name="condition"/> is true, <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => whereOp.Call(NotNull(condition), this, NotNull(y));

        /// <summary>What the entries choose, as Python's <c>t[...]</c> does.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            var (view, positions) = View(indices);
            if (positions.Length == 0) return view;
            using (view) return indexOp.Call(view, positions);
        }

        /// <summary>Writes <paramref name="value"/> where the entries point.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            Assign(indices, value);
            return this;
        }

        private void Assign(TensorIndex[] indices, Tensor value)
        {
            NotNull(value);
            var (view, positions) = View(indices);
            using (view)
            {
                if (positions.Length == 0) view.copy_(value);
                else indexPutInPlaceOp.InPlace(view, view, positions, value, false);
            }
        }

        // Numbers, slices, new dimensions and the ellipsis one by one; tensors are left for one call of index, by dimension of the view.
        private (Tensor view, Tensor?[] positions) View(TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            var named = indices.Sum(entry => entry.Entry switch
            {
                TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
                TensorIndex.Kind.Tensor => entry.Chosen!.dtype == ScalarType.Bool ? (int)entry.Chosen.dim() : 1,
                _ => 0,
            });
            if (named > dim()) throw new ArgumentException($"{named} indices for a tensor of {dim()} dimensions", nameof(indices));

            var view = alias();
            var positions = new List<Tensor?>();
            var at = 0L;        // the dimension of the view that the entry speaks of
            var covered = 0L;   // dimensions spoken for by positions: a mask has as many as it has itself
            foreach (var entry in indices)
            {
                if (entry.Entry == TensorIndex.Kind.Ellipsis)
                {
                    at += dim() - named;
                    continue;
                }
                if (entry.Entry == TensorIndex.Kind.Tensor)
                {
                    for (; covered < at; covered++) positions.Add(null);
                    positions.Add(Positions(entry.Chosen!));
                    at += entry.Chosen!.dtype == ScalarType.Bool ? entry.Chosen.dim() : 1;
                    covered = at;
                    continue;
                }
                var whole = view;
                using (whole) view = Step(whole, at, entry);
                if (entry.Entry != TensorIndex.Kind.Single) at++;
            }
            return (view, [.. positions]);
        }

        // libtorch takes positions of 64 bits only; in x[mask, 0] the 0 is a tensor of 32.
        private static Tensor Positions(Tensor chosen) =>
            chosen.dtype is ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 ? chosen.to_type(ScalarType.Int64) : chosen;

        private static Tensor Step(Tensor view, long dim, TensorIndex entry) => entry.Entry switch
        {
            TensorIndex.Kind.Single => view.select(dim, entry.Start ?? throw new ArgumentException("an index is null", nameof(entry))),
            TensorIndex.Kind.NewDimension => view.unsqueeze(dim),
            TensorIndex.Kind.Slice => sliceOp.Call(view, dim, entry.Start, entry.Stop, entry.Step ?? 1),
            _ => throw new NotSupportedException("an index of true or false: use a mask tensor"),
        };
    }
}
