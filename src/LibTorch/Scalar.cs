using System.Numerics;

namespace TorchSharp;

/// <summary>A number that operators take beside tensors: an integer, a floating-point or complex number or a truth value.</summary>
public sealed partial class Scalar : IDisposable
{
    internal readonly Value Value;

    private Scalar(Tag tag, long integer)
    {
        Value = new Value { Tag = tag, Integer = integer };
        Type = tag == Tag.Bool ? torch.ScalarType.Bool : torch.ScalarType.Int64;
    }

    private Scalar(double real)
    {
        Value = new Value { Tag = Tag.Double, Real = real };
        Type = torch.ScalarType.Float64;
    }

    private Scalar(Complex number)
        : this(number.Real)
    {
        Parts = [number.Real, number.Imaginary];
        Type = torch.ScalarType.ComplexFloat64;
    }

    /// <summary>Int64, Float64, ComplexFloat64 or Bool.</summary>
    public torch.ScalarType Type { get; }

    /// <summary>The real and the imaginary part of a complex number; null for others.</summary>
    internal double[]? Parts { get; }

    internal bool IsComplex => Parts is not null;
    internal int IsInteger => Value.Tag == Tag.Double ? 0 : 1;
    internal double AsDouble => Value.Tag == Tag.Double ? Value.Real : Value.Integer;
    internal long AsInt64 => Value.Tag == Tag.Double ? (long)Value.Real : Value.Integer;
    internal Complex AsComplex => new(AsDouble, Parts?[1] ?? 0);

    public override string ToString() => Value.Tag switch
    {
        _ when IsComplex => $"{Parts![0]}{Parts[1]:+0.######;-0.######}j",
        Tag.Bool => Value.Integer != 0 ? "true" : "false",
        Tag.Int => Value.Integer.ToString(),
        _ => Value.Real.ToString(),
    };

    /// <summary>Nothing to free; here because TorchSharp's scalars are disposable.</summary>
    public void Dispose() { }
}
