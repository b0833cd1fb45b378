namespace TorchSharp;

/// <summary>One argument of an operator call: the native value, and the managed object whose memory or handle it needs.</summary>
internal readonly struct Argument
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

    /// <summary>Python's None.</summary>
    public static Argument None => default;

    /// <summary>What the operator's schema says when the argument is left out.</summary>
    public static Argument Default => new(Tag.Default);

    public static implicit operator Argument(torch.Tensor? tensor) => tensor is null ? None : new(Tag.Tensor, tensor.Handle, owner: tensor);
    public static implicit operator Argument(long number) => new(Tag.Int, number);
    public static implicit operator Argument(long? number) => number is { } value ? value : None;
    public static implicit operator Argument(int number) => new(Tag.Int, number);
    public static implicit operator Argument(double number) => new(Tag.Double, real: number);
    public static implicit operator Argument(double? number) => number is { } value ? value : None;
    public static implicit operator Argument(bool flag) => new(Tag.Bool, flag ? 1 : 0);
    public static implicit operator Argument(bool? flag) => flag is { } value ? value : None;
    public static implicit operator Argument(Scalar? scalar) => scalar is null ? None : scalar.IsComplex ? new(Tag.Complex, owner: scalar.Parts, count: 2) : new(scalar.Value);
    public static implicit operator Argument(torch.ScalarType type) => new(Tag.Int, (long)type);
    public static implicit operator Argument(torch.ScalarType? type) => type is { } value ? value : None;
    public static implicit operator Argument(torch.Device? device) => device is null ? None : new(Tag.Device, (long)device.type, count: device.index);
    public static implicit operator Argument(torch.Generator? generator) => generator is null ? None : new(Tag.Generator, generator.Handle, owner: generator);
    public static implicit operator Argument(long[]? numbers) => numbers is null ? None : new(Tag.Ints, owner: numbers, count: numbers.Length);
    public static implicit operator Argument(double[]? numbers) => numbers is null ? None : new(Tag.Doubles, owner: numbers, count: numbers.Length);
    public static implicit operator Argument(bool[]? flags) => flags is null ? None : new(Tag.Bools, owner: flags, count: flags.Length);
    public static implicit operator Argument(Scalar[]? scalars) => scalars is null ? None : new(Tag.Scalars, owner: scalars, count: scalars.Length);

    /// <summary>A list of tensors, in which null stands for a missing one.</summary>
    public static implicit operator Argument(torch.Tensor?[]? tensors) => tensors is null ? None : new(Tag.Tensors, owner: tensors, count: tensors.Length);

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
