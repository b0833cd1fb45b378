namespace TorchSharp;

/// <summary>One argument of an operator call: the native value, and the managed object whose memory or handle it needs.</summary>
internal readonly partial struct Argument
{
    internal readonly object? Owner;
    internal readonly Value Value;

    private Argument(Tag tag, long integer = 0, double? real = null, object? owner = null, int count = 0)
    {
        Owner = owner;
        Value = new Value { Tag = tag, Count = count, Integer = integer };
        if (real is { } number) Value.Real = number;
    }

    private Argument(Value value) => Value = value;

    public static implicit operator Argument(string? text)
    {
        if (text is null) return None;
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(Tag.String, owner: bytes, count: bytes.Length);
    }

    /// <summary>Eight-byte words a list needs in the call's scratch memory; 0 for what fits the value itself.</summary>
    internal int Words => Value.Tag switch
    {
        Tag.Ints or Tag.Doubles or Tag.Tensors or Tag.Complex => Value.Count,
        Tag.Scalars => 2 * Value.Count,
        Tag.Bools or Tag.String => (Value.Count + 7) / 8,
        _ => 0,
    };

    /// <summary>Copies a list to <paramref name="scratch"/>, which has room for <see cref="Words"/> words.</summary>
    internal unsafe void CopyTo(nint* scratch)
    {
        switch (Owner)
        {
            case long[] numbers: numbers.CopyTo(new Span<long>(scratch, numbers.Length)); break;
            case double[] numbers: numbers.CopyTo(new Span<double>(scratch, numbers.Length)); break;
            case bool[] flags: flags.CopyTo(new Span<bool>(scratch, flags.Length)); break;
            case byte[] text: text.CopyTo(new Span<byte>(scratch, text.Length)); break;
            case Scalar[] scalars: for (var i = 0; i < scalars.Length; i++) ((Value*)scratch)[i] = scalars[i].Value; break;
            case torch.Tensor?[] tensors: for (var i = 0; i < tensors.Length; i++) scratch[i] = tensors[i] is { } tensor ? tensor.Handle : 0; break;
            default: break;
        }
    }
}
