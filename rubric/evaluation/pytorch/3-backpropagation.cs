using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Gradients by central differences in double precision: nothing of PyTorch, and no chain rule, goes into what is expected.</summary>
internal sealed class BackpropagationExpectation : Expectation
{
    /// <summary>The demonstration computes in single precision, about seven digits; the numbers are of the order of 10,
    /// and some digits are lost in sums.</summary>
    private const double Tolerance = 1e-3;

    public override JsonObject Draw(Random random)
    {
        var (inputs, hidden, outputs, rows) = (random.Next(2, 6), random.Next(2, 7), random.Next(1, 4), random.Next(3, 9));
        return new JsonObject
        {
            ["sizes"] = new JsonArray(inputs, hidden, outputs),
            ["rows"] = rows,
            ["x"] = Normal(random, rows * inputs),
            ["y"] = Normal(random, rows * outputs),
            ["w1"] = Normal(random, hidden * inputs),
            ["w2"] = Normal(random, outputs * hidden),
            ["recorded"] = Draws.Json(Draws.Flags(random)),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var network = Network.Read(inputs);
        var (w1, w2) = (network.Gradient(network.W1), network.Gradient(network.W2));

        checks.Near("loss", "loss", [network.Loss()], Tolerance, "the loss of the drawn network");
        checks.Near("gradients", "gradient of w1", w1, Tolerance, "the change of the loss for a small change of each weight of w1");
        checks.Near("gradients", "gradient of w2", w2, Tolerance, "the change of the loss for a small change of each weight of w2");
        checks.Near("accumulation", "gradient of w2 after two passes", [.. w2.Select(g => 2 * g)], Tolerance, "what w2 holds after two passes");
        checks.Near("clearing", "gradient of w2 after clearing", w2, Tolerance, "what w2 holds after one pass that started from nothing");
        checks.Equal(
            "no graph under no_grad", "outputs require grad", Draws.Flags(inputs["recorded"]),
            "which outputs take part in a graph: those that were not computed under no_grad");
    }

    /// <summary>Rounded to what a single-precision number holds exactly, so that both sides compute with the same inputs.</summary>
    private static JsonArray Normal(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (JsonNode)(Math.Round(Deviate(random) * 1024) / 1024))];

    /// <summary>Standard normal, by the transform of Box and Muller.</summary>
    private static double Deviate(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed record Network(int Inputs, int Hidden, int Outputs, int Rows, double[] X, double[] Y, double[] W1, double[] W2)
    {
        public static Network Read(JsonObject inputs)
        {
            var sizes = Numbers(inputs, "sizes");
            return new Network(
                (int)sizes[0], (int)sizes[1], (int)sizes[2], (int)inputs["rows"]!,
                Numbers(inputs, "x"), Numbers(inputs, "y"), Numbers(inputs, "w1"), Numbers(inputs, "w2"));
        }

        /// <summary>The mean squared error of tanh(x · w1ᵀ) · w2ᵀ against y.</summary>
        public double Loss()
        {
            var sum = 0.0;
            for (var row = 0; row < Rows; row++)
            {
                var activations = Enumerable.Range(0, Hidden)
                    .Select(h => Math.Tanh(Enumerable.Range(0, Inputs).Sum(i => X[(row * Inputs) + i] * W1[(h * Inputs) + i])))
                    .ToArray();
                for (var output = 0; output < Outputs; output++)
                {
                    var error = activations.Select((a, h) => a * W2[(output * Hidden) + h]).Sum() - Y[(row * Outputs) + output];
                    sum += error * error;
                }
            }

            return sum / (Rows * Outputs);
        }

        /// <summary>∂loss/∂weight for every weight of an array of this network.</summary>
        public double[] Gradient(double[] weights)
        {
            const double step = 1e-5; // error of the order of step² = 1e-10, far below the tolerance
            var gradient = new double[weights.Length];
            for (var i = 0; i < weights.Length; i++)
            {
                var weight = weights[i];
                weights[i] = weight + step;
                var above = Loss();
                weights[i] = weight - step;
                gradient[i] = (above - Loss()) / (2 * step);
                weights[i] = weight;
            }

            return gradient;
        }

        private static double[] Numbers(JsonObject inputs, string name) => [.. inputs[name]!.AsArray().Select(n => (double)n!)];
    }
}
