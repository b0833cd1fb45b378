/// <summary>A linear classifier, trained by plain gradient descent in double precision.</summary>
/// <param name="weight">[classes, width], row by row; changed by training, as the bias is.</param>
internal sealed class SoftmaxRegression(double[] weight, double[] bias, double[] x, long[] y)
{
    private readonly int width = weight.Length / bias.Length;

    public double[] Weight => weight;

    public double[] Bias => bias;

    /// <summary>One step against the gradient of the mean loss of some examples.</summary>
    /// <returns>That loss, before the step.</returns>
    public double Step(IReadOnlyList<int> rows, double rate)
    {
        var loss = Loss(rows);
        var errors = rows
            .Select(row => TinyBertSteps.Softmax(Scores(row)).Select((share, unit) => (share - (y[row] == unit ? 1 : 0)) / rows.Count).ToArray())
            .ToList();
        for (var unit = 0; unit < bias.Length; unit++)
        {
            bias[unit] -= rate * errors.Sum(error => error[unit]);
            for (var i = 0; i < width; i++)
            {
                weight[(unit * width) + i] -= rate * rows.Select((row, number) => errors[number][unit] * x[(row * width) + i]).Sum();
            }
        }

        return loss;
    }

    /// <summary>The mean cross-entropy.</summary>
    public double Loss(IReadOnlyList<int> rows) => rows.Average(row => -Math.Log(TinyBertSteps.Softmax(Scores(row))[y[row]]));

    /// <summary>The mean cross-entropy of the same classifier on other examples.</summary>
    public double LossOf(double[] others, long[] classes) =>
        new SoftmaxRegression(weight, bias, others, classes).Loss([.. Enumerable.Range(0, classes.Length)]);

    /// <summary>The share of examples whose class has the highest score.</summary>
    public double Accuracy() => y.Select((right, row) => Scores(row) is var scores && Array.IndexOf(scores, scores.Max()) == right ? 1.0 : 0).Average();

    /// <summary>The share of examples of which rounding could decide.</summary>
    public double Unclear() => y.Select((_, row) => TinyBertSteps.IsClear(Scores(row)) ? 0 : 1.0).Average();

    private double[] Scores(int row) => TinyBertSteps.Linear(x[(row * width)..((row + 1) * width)], weight, bias);
}
