namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Derivatives of functions.</summary>
        public static class functional
        {
            /// <summary>The derivative of each element of the result by each of the input: of the shape of the result followed by that of the input.</summary>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) => Jacobians(given => [function(given[0])], [inputs])[0][0];

            /// <summary>One derivative for each result.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) => Jacobians(given => function(given[0]), [inputs]).Select(row => row[0]);

            /// <summary>One derivative for each input.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) => Jacobians(given => [function(given)], inputs)[0];

            /// <summary>All derivatives of the first result, one for each input, then those of the next.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs) => Jacobians(function, inputs).SelectMany(row => row);

            private static Tensor[][] Jacobians(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                using var recorded = enable_grad();
                using var scope = NewDisposeScope();
                var leaves = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                return Array.ConvertAll(function(leaves), output => Rows(output, leaves));
            }

            private static Tensor[] Rows(Tensor output, Tensor[] leaves)
            {
                var elements = output.reshape(-1);
                var rows = Enumerable.Range(0, (int)elements.numel())
                    .Select(i => output.requires_grad ? grad([elements[i]], leaves, retain_graph: true, allow_unused: true) : new Tensor[leaves.Length])
                    .ToArray();
                return [.. leaves.Select((leaf, i) => stack(rows.Select(row => row[i] ?? zeros_like(leaf))).reshape([.. output.shape, .. leaf.shape]).MoveToOuterDisposeScope())];
            }
        }
    }
}
