namespace TorchSharp;

public static partial class torch
{
    /// <summary>Parts of a tensor. Numbers and slices give views of its memory; tensors of positions or masks give copies.</summary>
    public partial class Tensor
    {
        /// <summary>What the entries choose, as Python's <c>t[...]</c> does.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            var (view, positions) = View(indices);
            if (positions.Length == 0) return view;
            using (view) return Aten.index_Tensor.Call(view, positions);
        }

        private Tensor Assign(TensorIndex[] indices, Tensor value, bool accumulate = false)
        {
            NotNull(value);
            var (view, positions) = View(indices);
            using (view)
            {
                if (positions.Length == 0) _ = accumulate ? view.add_(value) : view.copy_(value);
                else Aten.index_put_.InPlace(view, view, positions, value, accumulate);
            }
            return this;
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
            TensorIndex.Kind.Slice => Aten.slice_Tensor.Call(view, dim, entry.Start, entry.Stop, entry.Step ?? 1),
            _ => throw new NotSupportedException("an index of true or false: use a mask tensor"),
        };
    }
}
