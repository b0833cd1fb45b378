using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Modules;

/// <summary>
/// Adam's step as one pass over memory instead of eight operators. It rounds where libtorch's kernels round, fused multiply-adds included,
/// so that the result is the same to the last bit; where that cannot be had, the operators are used.
/// </summary>
internal static class AdamLoop
{
    /// <summary>Whether all four are contiguous 32-bit numbers on a processor whose libtorch kernels fuse as this loop does.</summary>
    public static bool Fits(params ReadOnlySpan<torch.Tensor> tensors)
    {
        if (!Fma.IsSupported || !Vector.IsHardwareAccelerated) return false;
        foreach (var tensor in tensors)
        {
            if (tensor.dtype != torch.ScalarType.Float32 || tensor.device_type != DeviceType.CPU || tensor.is_sparse || !tensor.is_contiguous()) return false;
        }
        // Beyond this the operators, which use all cores, win; a span could not hold twice as much.
        return tensors[0].numel() <= 1 << 20;
    }

    /// <summary>Changes <paramref name="parameter"/>, <paramref name="mean"/> and <paramref name="square"/>.</summary>
    public static void Run(torch.Tensor parameter, torch.Tensor gradient, torch.Tensor mean, torch.Tensor square, Numbers n)
    {
        Span<float> x = parameter.Span<float>(), m = mean.Span<float>(), v = square.Span<float>();
        ReadOnlySpan<float> g = gradient.Span<float>();
        var i = 0;
        for (var width = Vector<float>.Count; i <= x.Length - width; i += width)
        {
            var slope = new Vector<float>(g[i..]);
            var first = Vector.FusedMultiplyAdd(slope, new(n.RestOfBeta1), new Vector<float>(m[i..]) * n.Beta1);
            var second = Vector.FusedMultiplyAdd(slope * n.RestOfBeta2, slope, new Vector<float>(v[i..]) * n.Beta2);
            first.CopyTo(m[i..]);
            second.CopyTo(v[i..]);
            var divisor = (Vector.SquareRoot(second) / new Vector<float>(n.Scale)) + new Vector<float>(n.Eps);
            (new Vector<float>(x[i..]) + (first * n.Size / divisor)).CopyTo(x[i..]);
        }
        for (; i < x.Length; i++)
        {
            m[i] = MathF.FusedMultiplyAdd(g[i], n.RestOfBeta1, m[i] * n.Beta1);
            v[i] = MathF.FusedMultiplyAdd(g[i] * n.RestOfBeta2, g[i], v[i] * n.Beta2);
            x[i] += m[i] * n.Size / ((MathF.Sqrt(v[i]) / n.Scale) + n.Eps);
        }
        parameter.BumpVersion();
        GC.KeepAlive(gradient);
        GC.KeepAlive(mean);
        GC.KeepAlive(square);
    }

    /// <param name="Scale">What the root of the mean square is divided by.</param>
    /// <param name="Size">The step, negative to descend.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Numbers(float Beta1, float RestOfBeta1, float Beta2, float RestOfBeta2, float Scale, float Eps, float Size);
}
