using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;

namespace HitSongs.Pipeline.Models.Calibrators;

/// <summary>The rising step function nearest to the outcomes (pool adjacent violators), with straight lines between its steps.</summary>
internal sealed class IsotonicCalibration(double[] from, double[] to) : Calibration
{
    private sealed record Block(double Low, double High, double Hits, double Songs)
    {
        public double Share => Hits / Songs;
    }

    internal override CalibrationKind Kind => CalibrationKind.Isotonic;

    public static IsotonicCalibration Fit(IReadOnlyList<double> probabilities, IReadOnlyList<bool> hits)
    {
        var blocks = new Stack<Block>();
        foreach (var tie in probabilities.Zip(hits).GroupBy(pair => pair.First).OrderBy(group => group.Key))
        {
            var block = new Block(tie.Key, tie.Key, tie.Count(pair => pair.Second), tie.Count());
            while (blocks.TryPeek(out var before) && before.Share >= block.Share)
            {
                blocks.Pop();
                block = new Block(before.Low, block.High, before.Hits + block.Hits, before.Songs + block.Songs);
            }

            blocks.Push(block);
        }

        var steps = blocks.Reverse().SelectMany(b => b.Low.Equals(b.High) ? [(b.Low, b.Share)] : new[] { (b.Low, b.Share), (b.High, b.Share) }).ToList();
        return new IsotonicCalibration([.. steps.Select(step => step.Item1)], [.. steps.Select(step => step.Item2)]);
    }

    public static new IsotonicCalibration Load(JsonNode state)
    {
        var count = state.Whole("count", 1, 10_000_000);
        var (from, to) = (state.Numbers("from", count), state.Numbers("to", count));
        return from.SequenceEqual(from.Order()) && to.SequenceEqual(to.Order()) ? new(from, to) : throw new FormatException("'from' and 'to' do not rise");
    }

    public override double Of(double probability)
    {
        var at = Array.BinarySearch(from, probability);
        if (at >= 0)
            return to[at];
        var above = ~at;
        if (above == 0 || above == from.Length)
            return to[above == 0 ? 0 : ^1];
        var share = (probability - from[above - 1]) / (from[above] - from[above - 1]);
        return to[above - 1] + (share * (to[above] - to[above - 1]));
    }

    internal override JsonObject Save() =>
        new()
        {
            ["kind"] = Kind.ToString(),
            ["count"] = from.Length,
            ["from"] = Json.Numbers(from),
            ["to"] = Json.Numbers(to),
        };
}
