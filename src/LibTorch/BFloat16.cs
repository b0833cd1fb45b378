namespace TorchSharp;

/// <summary>A number of 16 bits with the range of float and 8 bits of precision: the upper half of a float, rounded to the nearest even.</summary>
public readonly partial struct BFloat16 : IComparable<BFloat16>, IComparable, IEquatable<BFloat16>, IFormattable
{
    private readonly ushort bits;
    public BFloat16(float f) => bits = Round(f);
    private BFloat16(ushort bits) => this.bits = bits;
    public static BFloat16 FromRawValue(ushort rawValue) => new(rawValue);
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
