namespace TorchSharp;

/// <summary>A number of 16 bits with the range of float and 8 bits of precision: the upper half of a float, rounded to the nearest even.</summary>
public readonly struct BFloat16 : IComparable<BFloat16>, IComparable, IEquatable<BFloat16>, IFormattable
{
    private readonly ushort bits;

    public BFloat16(float f) => bits = Round(f);

    private BFloat16(ushort bits) => this.bits = bits;

    public static BFloat16 Zero => FromRawValue(0);
    public static BFloat16 One => FromRawValue(0x3F80);
    public static BFloat16 Epsilon => FromRawValue(0x3C00);
    public static BFloat16 MaxValue => FromRawValue(0x7F7F);
    public static BFloat16 MinValue => FromRawValue(0xFF7F);
    public static BFloat16 MinNormal => FromRawValue(0x0080);
    public static BFloat16 SmallestSubnormal => FromRawValue(1);
    public static BFloat16 PositiveInfinity => FromRawValue(0x7F80);
    public static BFloat16 NegativeInfinity => FromRawValue(0xFF80);
    public static BFloat16 NaN => FromRawValue(0x7FC0);

    public static explicit operator BFloat16(float f) => new(f);
    public static explicit operator BFloat16(double d) => new((float)d);
    public static explicit operator float(BFloat16 bf) => bf.ToSingle();
    public static explicit operator double(BFloat16 bf) => bf.ToSingle();
    public static BFloat16 operator +(BFloat16 a, BFloat16 b) => new(a.ToSingle() + b.ToSingle());
    public static BFloat16 operator -(BFloat16 a, BFloat16 b) => new(a.ToSingle() - b.ToSingle());
    public static BFloat16 operator *(BFloat16 a, BFloat16 b) => new(a.ToSingle() * b.ToSingle());
    public static BFloat16 operator /(BFloat16 a, BFloat16 b) => new(a.ToSingle() / b.ToSingle());
    public static BFloat16 operator %(BFloat16 a, BFloat16 b) => new(a.ToSingle() % b.ToSingle());
    public static BFloat16 operator -(BFloat16 a) => FromRawValue((ushort)(a.bits ^ 0x8000));
    public static bool operator ==(BFloat16 a, BFloat16 b) => a.ToSingle() == b.ToSingle();
    public static bool operator !=(BFloat16 a, BFloat16 b) => a.ToSingle() != b.ToSingle();
    public static bool operator <(BFloat16 a, BFloat16 b) => a.ToSingle() < b.ToSingle();
    public static bool operator <=(BFloat16 a, BFloat16 b) => a.ToSingle() <= b.ToSingle();
    public static bool operator >(BFloat16 a, BFloat16 b) => a.ToSingle() > b.ToSingle();
    public static bool operator >=(BFloat16 a, BFloat16 b) => a.ToSingle() >= b.ToSingle();

    public static BFloat16 FromRawValue(ushort rawValue) => new(rawValue);
    public static bool IsNaN(BFloat16 bf) => float.IsNaN(bf.ToSingle());
    public static bool IsFinite(BFloat16 bf) => float.IsFinite(bf.ToSingle());
    public static bool IsInfinity(BFloat16 bf) => float.IsInfinity(bf.ToSingle());
    public static bool IsPositiveInfinity(BFloat16 bf) => float.IsPositiveInfinity(bf.ToSingle());
    public static bool IsNegativeInfinity(BFloat16 bf) => float.IsNegativeInfinity(bf.ToSingle());

    public float ToSingle() => BitConverter.UInt32BitsToSingle((uint)bits << 16);
    public int CompareTo(BFloat16 other) => ToSingle().CompareTo(other.ToSingle());
    public int CompareTo(object? obj) => obj is null ? 1 : obj is BFloat16 other ? CompareTo(other) : throw new ArgumentException("not a BFloat16", nameof(obj));
    public bool Equals(BFloat16 other) => ToSingle().Equals(other.ToSingle());
    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);
    public override int GetHashCode() => ToSingle().GetHashCode();
    public override string ToString() => ToSingle().ToString();
    public string ToString(string? format, IFormatProvider? formatProvider) => ToSingle().ToString(format, formatProvider);

    private static ushort Round(float number)
    {
        var whole = BitConverter.SingleToUInt32Bits(number);
        return float.IsNaN(number) ? (ushort)0x7FC0 : (ushort)((whole + 0x7FFF + ((whole >> 16) & 1)) >> 16);
    }
}
