using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// One operator of libtorch's dispatcher, looked up at its first call. The boxed calls take any arguments; those named after a
/// signature are faster and need an operator of exactly that C++ signature.
/// </summary>
/// <param name="name">The name in the schema without its namespace, such as "add".</param>
/// <param name="overload">The overload's name, such as "Tensor"; empty where the schema has none.</param>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private nint handle;

    /// <summary>The dispatcher's operator.</summary>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">This libtorch has no such operator.</exception>
    internal nint Handle => handle != 0 ? handle : handle = Native.Check(Native.ts_operator("aten::" + name, overload), name);

    /// <summary>The operator's one tensor.</summary>
    [SkipLocalsInit]
    public torch.Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run(arguments, &result, 1);
        return Wrap(result);
    }

    /// <summary>An in-place operator: the result is <paramref name="self"/> again.</summary>
    [SkipLocalsInit]
    public torch.Tensor InPlace(torch.Tensor self, params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run(arguments, &result, 1);
        Native.ts_tensor_free(result.Pointer);
        return self;
    }

    [SkipLocalsInit]
    public (torch.Tensor, torch.Tensor) CallTwo(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[2];
        Run(arguments, results, 2);
        return (Wrap(results[0]), Wrap(results[1]));
    }

    [SkipLocalsInit]
    public (torch.Tensor, torch.Tensor, torch.Tensor) CallThree(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[3];
        Run(arguments, results, 3);
        return (Wrap(results[0]), Wrap(results[1]), Wrap(results[2]));
    }

    [SkipLocalsInit]
    public (torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor) CallFour(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[4];
        Run(arguments, results, 4);
        return (Wrap(results[0]), Wrap(results[1]), Wrap(results[2]), Wrap(results[3]));
    }

    [SkipLocalsInit]
    public torch.Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run(arguments, &result, 1);
        var tensors = new torch.Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new torch.Tensor(((nint*)result.Pointer)[i]);
        Native.ts_free((void*)result.Pointer);
        return tensors;
    }

    [SkipLocalsInit]
    public bool CallBool(params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run(arguments, &result, 1);
        return result.Integer != 0;
    }

    [SkipLocalsInit]
    public long CallInt(params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run(arguments, &result, 1);
        return result.Integer;
    }

    /// <summary>Signature (Tensor) → Tensor.</summary>
    public torch.Tensor Unary(torch.Tensor a)
    {
        var result = Native.ts_call_t(Handle, a.Handle);
        GC.KeepAlive(a);
        return new(Native.Check(result, name));
    }

    /// <summary>Signature (Tensor, Tensor) → Tensor.</summary>
    public torch.Tensor Binary(torch.Tensor a, torch.Tensor b)
    {
        ArgumentNullException.ThrowIfNull(b);
        var result = Native.ts_call_tt(Handle, a.Handle, b.Handle);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return new(Native.Check(result, name));
    }

    /// <summary>Signature (Tensor, Scalar) → Tensor.</summary>
    public torch.Tensor WithScalar(torch.Tensor a, Scalar s)
    {
        ArgumentNullException.ThrowIfNull(s);
        if (s.IsComplex) return Call(a, s);
        var result = Native.ts_call_ts(Handle, a.Handle, s.Value.Real, s.Value.Integer, s.IsInteger);
        GC.KeepAlive(a);
        return new(Native.Check(result, name));
    }

    /// <summary>Signature (Tensor, Tensor, Scalar) → Tensor.</summary>
    public torch.Tensor WithAlpha(torch.Tensor a, torch.Tensor b, Scalar s)
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(s);
        if (s.IsComplex) return Call(a, b, s);
        var result = Native.ts_call_tts(Handle, a.Handle, b.Handle, s.Value.Real, s.Value.Integer, s.IsInteger);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return new(Native.Check(result, name));
    }

    /// <summary>Signature (Tensor!) → Tensor!, in place.</summary>
    public torch.Tensor UnaryInPlace(torch.Tensor self)
    {
        Native.Check(Native.ts_call_t_(Handle, self.Handle), name);
        return self;
    }

    /// <summary>Signature (Tensor!, Tensor) → Tensor!, in place.</summary>
    public torch.Tensor BinaryInPlace(torch.Tensor self, torch.Tensor b)
    {
        ArgumentNullException.ThrowIfNull(b);
        var result = Native.ts_call_tt_(Handle, self.Handle, b.Handle);
        GC.KeepAlive(b);
        Native.Check(result, name);
        return self;
    }

    /// <summary>Signature (Tensor!, Scalar) → Tensor!, in place.</summary>
    public torch.Tensor WithScalarInPlace(torch.Tensor self, Scalar s)
    {
        ArgumentNullException.ThrowIfNull(s);
        if (s.IsComplex) return InPlace(self, self, s);
        Native.Check(Native.ts_call_ts_(Handle, self.Handle, s.Value.Real, s.Value.Integer, s.IsInteger), name);
        return self;
    }

    /// <summary>Signature (Tensor!, Tensor, Scalar) → Tensor!, in place.</summary>
    public torch.Tensor WithAlphaInPlace(torch.Tensor self, torch.Tensor b, Scalar s)
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(s);
        if (s.IsComplex) return InPlace(self, self, b, s);
        var result = Native.ts_call_tts_(Handle, self.Handle, b.Handle, s.Value.Real, s.Value.Integer, s.IsInteger);
        GC.KeepAlive(b);
        Native.Check(result, name);
        return self;
    }

    // An undefined result, such as the indices nobody asked for, is null.
    private static torch.Tensor Wrap(Value result) => result.Pointer == 0 ? null! : new(result.Pointer);

    [SkipLocalsInit]
    private void Run(ReadOnlySpan<Argument> arguments, Value* results, int room)
    {
        const int OnStack = 256;
        var words = 0;
        foreach (ref readonly var argument in arguments) words += argument.Words;
        var scratch = stackalloc nint[words <= OnStack ? words : 0];
        fixed (nint* large = words <= OnStack ? null : new nint[words])
        {
            var values = stackalloc Value[arguments.Length];
            Fill(arguments, values, large is null ? scratch : large);
            var count = Native.ts_call(Handle, values, arguments.Length, results, room);
            foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Owner);
            Native.Check(count, name);
        }
    }

    private static void Fill(ReadOnlySpan<Argument> arguments, Value* values, nint* scratch)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Value;
            // What came through a list of arguments keeps its handle or number in the value.
            if (arguments[i].Value.Tag is not (Tag.Ints or Tag.Doubles or Tag.Tensors or Tag.Scalars or Tag.Bools or Tag.String or Tag.Complex)) continue;
            values[i].Pointer = (nint)scratch;
            arguments[i].CopyTo(scratch);
            scratch += arguments[i].Words;
        }
    }
}
