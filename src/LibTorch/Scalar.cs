using System.Numerics;

namespace TorchSharp;

/// <summary>A number that operators take beside tensors: an integer, a floating-point or complex number or a truth value.</summary>
public sealed class Scalar : IDisposable
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

    public static implicit operator Scalar(byte value) => new(Tag.Int, value);
    public static implicit operator Scalar(sbyte value) => new(Tag.Int, value);
    public static implicit operator Scalar(short value) => new(Tag.Int, value);
    public static implicit operator Scalar(int value) => new(Tag.Int, value);
    public static implicit operator Scalar(long value) => new(Tag.Int, value);
    public static implicit operator Scalar(Half value) => new((double)value);
    public static implicit operator Scalar(BFloat16 value) => new(value.ToSingle());
    public static implicit operator Scalar(float value) => new(value);
    public static implicit operator Scalar(double value) => new(value);
    public static implicit operator Scalar(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Scalar((float, float) value) => new(new Complex(value.Item1, value.Item2));
    public static implicit operator Scalar(Complex value) => new(value);

    public override string ToString() => Value.Tag switch
    {
        _ when IsComplex => $"{Parts![0]}{Parts[1]:+0.######;-0.######}j",
        Tag.Bool => Value.Integer != 0 ? "true" : "false",
        Tag.Int => Value.Integer.ToString(),
        _ => Value.Real.ToString(),
    };

    /// <summary>Nothing to free; here because TorchSharp's scalars are disposable.</summary>
    public void Dispose()
    {
    }
}

/// <summary>Conversions between numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;
    public static Scalar ToScalar(this sbyte value) => value;
    public static Scalar ToScalar(this short value) => value;
    public static Scalar ToScalar(this int value) => value;
    public static Scalar ToScalar(this long value) => value;
    public static Scalar ToScalar(this Half value) => value;
    public static Scalar ToScalar(this BFloat16 value) => value;
    public static Scalar ToScalar(this float value) => value;
    public static Scalar ToScalar(this double value) => value;
    public static Scalar ToScalar(this bool value) => value;
    public static Scalar ToScalar(this (float, float) value) => value;
    public static Scalar ToScalar(this Complex value) => value;
    public static Scalar ToBFloat16Scalar(this float value) => (BFloat16)value;
    public static float ToSingle(this Scalar value) => (float)value.AsDouble;
    public static double ToDouble(this Scalar value) => value.AsDouble;
    public static Half ToHalf(this Scalar value) => (Half)value.AsDouble;
    public static BFloat16 ToBFloat16(this Scalar value) => (BFloat16)value.AsDouble;
    public static byte ToByte(this Scalar value) => (byte)value.AsInt64;
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.AsInt64;
    public static short ToInt16(this Scalar value) => (short)value.AsInt64;
    public static int ToInt32(this Scalar value) => (int)value.AsInt64;
    public static long ToInt64(this Scalar value) => value.AsInt64;
    public static bool ToBoolean(this Scalar value) => value.AsDouble != 0;
    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) => ((float)value.AsComplex.Real, (float)value.AsComplex.Imaginary);
    public static Complex ToComplexFloat64(this Scalar value) => value.AsComplex;
}
