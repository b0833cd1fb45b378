namespace TorchSharp.Modules;

/// <summary>How far to go along a direction: until the strong Wolfe conditions hold.</summary>
internal static class LineSearch
{
    private const double EnoughDecrease = 1e-4;
    private const double EnoughFlatness = 0.9;
    private const int MostTrials = 25;

    /// <param name="probe">Loss and gradient at a distance.</param>
    /// <param name="slope">The derivative of the loss along <paramref name="direction"/>, negative.</param>
    /// <returns>Loss, gradient, distance, and how often <paramref name="probe"/> was called.</returns>
    public static (double loss, torch.Tensor gradient, double at, long calls) StrongWolfe(
        Func<double, (double loss, torch.Tensor gradient)> probe, double at, double loss, torch.Tensor gradient,
        double slope, torch.Tensor direction, double tolerance)
    {
        var size = Largest(direction);
        var start = new Point(0, loss, gradient, slope);
        var (before, now) = (start, Try(at));
        var trials = 0;
        Point low, high;
        for (; ; trials++)
        {
            if (trials == MostTrials)
            {
                (low, high) = (start, now);
                break;
            }
            if (now.Loss > loss + (EnoughDecrease * now.At * slope) || (trials > 1 && now.Loss >= before.Loss)
                || now.Slope >= 0 && Math.Abs(now.Slope) > -EnoughFlatness * slope)
            {
                (low, high) = (before, now);
                break;
            }
            if (Math.Abs(now.Slope) <= -EnoughFlatness * slope) return (now.Loss, now.Gradient, now.At, trials + 1);
            (before, now) = (now, Try(Cubic(before, now, now.At + (0.01 * (now.At - before.At)), now.At * 10)));
        }
        if (low.Loss > high.Loss) (low, high) = (high, low);

        var (calls, stalled) = (trials + 1, false);
        while (trials < MostTrials && Math.Abs(high.At - low.At) * size >= tolerance)
        {
            var (left, right) = (Math.Min(low.At, high.At), Math.Max(low.At, high.At));
            var next = Cubic(low, high, left, right);
            // A trial at the edge of the interval teaches little: the second time it is moved a tenth inwards.
            var margin = 0.1 * (right - left);
            var isAtEdge = Math.Min(right - next, next - left) < margin;
            var isMoved = isAtEdge && (stalled || next >= right || next <= left);
            if (isMoved) next = Math.Abs(next - right) < Math.Abs(next - left) ? right - margin : left + margin;
            stalled = isAtEdge && !isMoved;

            now = Try(next);
            trials++;
            calls++;
            if (now.Loss > loss + (EnoughDecrease * now.At * slope) || now.Loss >= low.Loss)
            {
                high = now;
                if (low.Loss > high.Loss) (low, high) = (high, low);
                continue;
            }
            if (Math.Abs(now.Slope) <= -EnoughFlatness * slope) return (now.Loss, now.Gradient, now.At, calls);
            if (now.Slope * (high.At - low.At) >= 0) high = low;
            low = now;
        }
        return (low.Loss, low.Gradient, low.At, calls);

        Point Try(double distance)
        {
            var (value, found) = probe(distance);
            return new(distance, value, found, Dot(found, direction));
        }
    }

    public static double Dot(torch.Tensor a, torch.Tensor b)
    {
        using var product = a.dot(b);
        return product.item<double>();
    }

    public static double Largest(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.abs().max().item<double>();
    }

    /// <summary>Where the cubic through two points with their slopes is least, within bounds.</summary>
    private static double Cubic(Point a, Point b, double least, double most)
    {
        if (a.At > b.At) (a, b) = (b, a);
        var d1 = a.Slope + b.Slope - (3 * (a.Loss - b.Loss) / (a.At - b.At));
        var square = (d1 * d1) - (a.Slope * b.Slope);
        if (square < 0) return (least + most) / 2;
        var d2 = Math.Sqrt(square);
        return Math.Min(Math.Max(b.At - ((b.At - a.At) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + (2 * d2)))), least), most);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Point(double At, double Loss, torch.Tensor Gradient, double Slope);
}
