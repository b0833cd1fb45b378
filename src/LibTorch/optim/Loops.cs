using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Modules;

/// <summary>
/// Steps as one pass over memory instead of several operators. They round where libtorch's kernels round, fused multiply-adds included,
/// so that the result is the same to the last bit; where that cannot be had, the operators are used.
/// </summary>
internal static class Loops
{
    /// <summary>Whether all are contiguous 32-bit numbers on a processor whose libtorch kernels fuse as these loops do.</summary>
    public static bool Fit(params ReadOnlySpan<torch.Tensor> tensors)
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
    public static void Adam(torch.Tensor parameter, torch.Tensor gradient, torch.Tensor mean, torch.Tensor square, AdamNumbers n)
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
        Changed(parameter, gradient, mean, square);
    }

    /// <summary>Changes <paramref name="parameter"/> and, where there is one, <paramref name="momentum"/>.</summary>
    public static void Sgd(torch.Tensor parameter, torch.Tensor gradient, torch.Tensor? momentum, SgdNumbers n)
    {
        var x = parameter.Span<float>();
        var b = momentum is null ? default : momentum.Span<float>();
        ReadOnlySpan<float> g = gradient.Span<float>();
        var (sign, i) = (n.Maximize ? -1f : 1f, 0);
        for (var width = Vector<float>.Count; i <= x.Length - width; i += width)
        {
            var (place, slope) = (new Vector<float>(x[i..]), new Vector<float>(g[i..]) * sign);
            if (n.Decay != 0) slope = Vector.FusedMultiplyAdd(place, new(n.Decay), slope);
            if (momentum is not null)
            {
                var moved = Vector.FusedMultiplyAdd(slope, new(n.RestOfDampening), new Vector<float>(b[i..]) * n.Momentum);
                moved.CopyTo(b[i..]);
                slope = n.Nesterov ? Vector.FusedMultiplyAdd(moved, new(n.Momentum), slope) : moved;
            }
            Vector.FusedMultiplyAdd(slope, new(n.Size), place).CopyTo(x[i..]);
        }
        for (; i < x.Length; i++)
        {
            var slope = g[i] * sign;
            if (n.Decay != 0) slope = MathF.FusedMultiplyAdd(x[i], n.Decay, slope);
            if (momentum is not null)
            {
                b[i] = MathF.FusedMultiplyAdd(slope, n.RestOfDampening, b[i] * n.Momentum);
                slope = n.Nesterov ? MathF.FusedMultiplyAdd(b[i], n.Momentum, slope) : b[i];
            }
            x[i] = MathF.FusedMultiplyAdd(slope, n.Size, x[i]);
        }
        Changed(parameter, gradient, momentum, null);
    }

    /// <summary>RMSProp and Adagrad: changes <paramref name="square"/>, and <paramref name="parameter"/> by the gradient over its root.</summary>
    public static void Scaled(torch.Tensor parameter, torch.Tensor gradient, torch.Tensor square, float keep, float add, float eps, float size)
    {
        Span<float> x = parameter.Span<float>(), v = square.Span<float>();
        ReadOnlySpan<float> g = gradient.Span<float>();
        var i = 0;
        for (var width = Vector<float>.Count; i <= x.Length - width; i += width)
        {
            var slope = new Vector<float>(g[i..]);
            var second = Vector.FusedMultiplyAdd(slope * add, slope, new Vector<float>(v[i..]) * keep);
            second.CopyTo(v[i..]);
            (new Vector<float>(x[i..]) + (slope * size / (Vector.SquareRoot(second) + new Vector<float>(eps)))).CopyTo(x[i..]);
        }
        for (; i < x.Length; i++)
        {
            v[i] = MathF.FusedMultiplyAdd(g[i] * add, g[i], v[i] * keep);
            x[i] += g[i] * size / (MathF.Sqrt(v[i]) + eps);
        }
        Changed(parameter, gradient, square, null);
    }

    private static void Changed(torch.Tensor parameter, torch.Tensor gradient, torch.Tensor? first, torch.Tensor? second)
    {
        parameter.BumpVersion();
        GC.KeepAlive(gradient);
        GC.KeepAlive(first);
        GC.KeepAlive(second);
    }

    /// <param name="Scale">What the root of the mean square is divided by.</param>
    /// <param name="Size">The step, negative to descend.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct AdamNumbers(float Beta1, float RestOfBeta1, float Beta2, float RestOfBeta2, float Scale, float Eps, float Size);

    /// <param name="Size">The step, negative to descend.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct SgdNumbers(float Size, float Momentum, float RestOfDampening, float Decay, bool Nesterov, bool Maximize);
}
