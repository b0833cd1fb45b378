namespace TorchSharp;

/// <summary>
/// One operator of libtorch's dispatcher, looked up at its first call. The boxed calls take any arguments; those named after a
/// signature are faster and need an operator of exactly that C++ signature.
/// </summary>
/// <param name="name">The name in the schema without its namespace, such as "add".</param>
/// <param name="overload">The overload's name, such as "Tensor"; empty where the schema has none.</param>
internal sealed unsafe partial class Operator(string name, string overload = "")
{
    private nint handle;

    /// <summary>The dispatcher's operator.</summary>
    /// <exception cref="NotSupportedException">This libtorch has no such operator.</exception>
    internal nint Handle => handle != 0 ? handle : handle = Native.ts_operator("aten::" + name, overload) is not 0 and var found ? found
        : throw new NotSupportedException($"libtorch {torch.__version__} has no operator aten::{name}{(overload.Length > 0 ? "." : "")}{overload}");

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
    public torch.Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        Value result;
        Run(arguments, &result, 1);
        var tensors = new torch.Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new torch.Tensor(((nint*)result.Pointer)[i]);
        Native.ts_free(result.Pointer);
        return tensors;
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
