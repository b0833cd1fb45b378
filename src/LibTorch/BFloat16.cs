namespace TorchSharp;

/// <summary>A number of 16 bits with the range of float and 8 bits of precision: the upper half of a float, rounded to the nearest even.</summary>
public readonly partial struct BFloat16 : IComparable<BFloat16>, IComparable, IEquatable<BFloat16>, IFormattable
{
    private readonly ushort bits;
    public BFloat16(float f) => bits = Round(f);
    private BFloat16(ushort bits) => this.bits = bits;

    private static ushort Round(float number)
    {
        var whole = BitConverter.SingleToUInt32Bits(number);
        return float.IsNaN(number) ? (ushort)0x7FC0 : (ushort)((whole + 0x7FFF + ((whole >> 16) & 1)) >> 16);
    }
}
