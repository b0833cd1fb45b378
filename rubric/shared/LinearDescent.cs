/// <summary>Gradient descent of a linear model on the mean squared error, from weights of zero, in double precision and without any library.</summary>
/// <param name="X">[rows, width], row by row.</param>
internal sealed record LinearDescent(double[] X, double[] Y, int Width, double Rate)
{
    /// <summary>What is added to the gradient for each unit of a weight.</summary>
    public double Decay { get; init; }

    /// <summary>[steps, width]: what the inputs are multiplied by in each step; nothing if absent.</summary>
    public double[]? Masks { get; init; }

    /// <summary>How many of the features are used, from the first on; all if absent.</summary>
    public int? Features { get; init; }

    /// <summary>The weights after each step, without end; with masks, as many as there are masks.</summary>
    public IEnumerable<double[]> Weights()
    {
        var weight = new double[Width];
        for (var step = 0; ; step++)
        {
            var mask = Enumerable.Range(0, Width).Select(i => i >= (Features ?? Width) ? 0 : Masks?[(step * Width) + i] ?? 1).ToArray();
            var gradient = weight.Select(w => Decay * w).ToArray();
            for (var row = 0; row < Y.Length; row++)
            {
                var error = -Y[row];
                for (var i = 0; i < Width; i++)
                {
                    error += mask[i] * X[(row * Width) + i] * weight[i];
                }

                for (var i = 0; i < Width; i++)
                {
                    gradient[i] += 2 * error * mask[i] * X[(row * Width) + i] / Y.Length;
                }
            }

            weight = [.. weight.Select((w, i) => w - (Rate * gradient[i]))];
            yield return weight;
        }
    }

    /// <summary>The mean squared error of a weight vector on some examples.</summary>
    public static double Loss(double[] x, double[] y, double[] weight) =>
        y.Select((target, row) => weight.Select((w, i) => w * x[(row * weight.Length) + i]).Sum() - target).Average(error => error * error);
}
