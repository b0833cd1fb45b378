namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a floating-point type can hold.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct FInfo
    {
        public int bits;
        public double eps, max, min, tiny, smallest_normal, resolution;
    }

    private static FInfo Info(double max, int bits, int precision, int range, double resolution)
    {
        var least = Math.ScaleB(1, -range);
        return new() { bits = bits, eps = Math.ScaleB(1, -precision), max = max, min = -max, tiny = least, smallest_normal = least, resolution = resolution };
    }
}
