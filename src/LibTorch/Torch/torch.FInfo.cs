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

    /// <summary>What a floating-point type, or the parts of a complex one, can hold.</summary>
    /// <exception cref="ArgumentException">The type is neither.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => Info(16, 10, 65504, 14, 1e-3),
        ScalarType.BFloat16 => Info(16, 7, (double)BFloat16.MaxValue, 126, 1e-2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Info(32, 23, float.MaxValue, 126, 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Info(64, 52, double.MaxValue, 1022, 1e-15),
        _ => throw new ArgumentException($"{dtype} is no floating-point type", nameof(dtype)),
    };

    private static FInfo Info(int bits, int precision, double max, int range, double resolution)
    {
        var least = Math.ScaleB(1, -range);
        return new() { bits = bits, eps = Math.ScaleB(1, -precision), max = max, min = -max, tiny = least, smallest_normal = least, resolution = resolution };
    }
}
