using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The functions of native/*.cpp, one for one. Calls that only read a field skip the garbage collector's transition.</summary>
internal static unsafe partial class Native
{
    private const string Library = "tshim";
    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, NativeShim.Resolve);

    [LibraryImport(Library), SuppressGCTransition] private static partial byte* ts_error();
    [LibraryImport(Library)] public static partial byte* ts_version();
    [LibraryImport(Library)] public static partial byte* ts_schemas();
    [LibraryImport(Library)] public static partial void ts_free(void* memory);

    [LibraryImport(Library)] public static partial void ts_tensor_free(nint tensor);
    [LibraryImport(Library)] public static partial nint ts_tensor_share(nint tensor);
    [LibraryImport(Library)] public static partial nint ts_tensor_copy_of(void* data, int dtype, long* sizes, int dimensions);
    [LibraryImport(Library), SuppressGCTransition] public static partial int ts_describe(nint tensor, Description* description);
    [LibraryImport(Library), SuppressGCTransition] public static partial long ts_dimensions(nint tensor);
    [LibraryImport(Library), SuppressGCTransition] public static partial int ts_layout(nint tensor, long* sizes, long* strides);
    [LibraryImport(Library), SuppressGCTransition] public static partial long ts_owned_bytes(nint tensor);
    [LibraryImport(Library)] public static partial int ts_data(nint tensor, void** data);
    [LibraryImport(Library), SuppressGCTransition] public static partial void ts_bump_version(nint tensor);
    [LibraryImport(Library)] public static partial int ts_item(nint tensor, double* real, long* integer);

    [LibraryImport(Library)] public static partial int ts_set_requires_grad(nint tensor, int on);
    [LibraryImport(Library)] public static partial int ts_grad(nint tensor, nint* gradient);
    [LibraryImport(Library)] public static partial int ts_set_grad(nint tensor, nint gradient);
    [LibraryImport(Library)] public static partial int ts_retain_grad(nint tensor);
    [LibraryImport(Library)] public static partial int ts_grad_fn(nint tensor, byte* buffer, int size);
    [LibraryImport(Library)] public static partial int ts_backward(nint* outputs, int outputCount, nint* gradients, int gradientCount, int retainGraph, int createGraph, nint* inputs, int inputCount);
    [LibraryImport(Library)] public static partial int ts_autograd_grad(nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients, int gradientCount, int retainGraph, int createGraph, int allowUnused, nint* result);
    [LibraryImport(Library), SuppressGCTransition] public static partial int ts_grad_mode(int on);
    [LibraryImport(Library)] public static partial nint ts_inference_begin(int on);
    [LibraryImport(Library)] public static partial void ts_inference_end(nint mode);

    [LibraryImport(Library)] public static partial nint ts_generator_new(ulong seed);
    [LibraryImport(Library)] public static partial void ts_generator_free(nint generator);
    [LibraryImport(Library)] public static partial int ts_generator_seed(nint generator, ulong seed);
    [LibraryImport(Library)] public static partial ulong ts_generator_initial_seed(nint generator);
    [LibraryImport(Library)] public static partial nint ts_generator_state(nint generator);
    [LibraryImport(Library)] public static partial int ts_generator_set_state(nint generator, nint state);
    [LibraryImport(Library)] public static partial int ts_threads(int count);
    [LibraryImport(Library)] public static partial int ts_interop_threads(int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial nint ts_operator(string name, string overload);
    [LibraryImport(Library)] public static partial int ts_call(nint op, Value* arguments, int count, Value* results, int room);
    [LibraryImport(Library)] public static partial nint ts_call_t(nint op, nint a);
    [LibraryImport(Library)] public static partial nint ts_call_tt(nint op, nint a, nint b);
    [LibraryImport(Library)] public static partial nint ts_call_ts(nint op, nint a, double real, long integer, int isInteger);
    [LibraryImport(Library)] public static partial nint ts_call_tts(nint op, nint a, nint b, double real, long integer, int isInteger);
    [LibraryImport(Library)] public static partial int ts_call_t_(nint op, nint a);
    [LibraryImport(Library)] public static partial int ts_call_tt_(nint op, nint a, nint b);
    [LibraryImport(Library)] public static partial int ts_call_ts_(nint op, nint a, double real, long integer, int isInteger);
    [LibraryImport(Library)] public static partial int ts_call_tts_(nint op, nint a, nint b, double real, long integer, int isInteger);

    /// <summary>Throws the native side's message when <paramref name="result"/> is negative.</summary>
    public static int Check(int result, string operation) => result < 0 ? throw Failure(operation) : result;

    /// <summary>Throws the native side's message when <paramref name="handle"/> is null.</summary>
    public static nint Check(nint handle, string operation) => handle == 0 ? throw Failure(operation) : handle;

    /// <summary>This thread's last native failure, as one line beginning with the operator's name.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ExternalException Failure(string operation)
    {
        var message = Marshal.PtrToStringUTF8((nint)ts_error()) ?? "";
        // What follows the first blank line is the dispatcher's table of backends; what follows the other is a C++ backtrace.
        foreach (var end in new[] { "\n\n", "\nException raised from" })
        {
            var position = message.IndexOf(end);
            if (position > 0) message = message[..position];
        }
        return new ExternalException($"{operation}: {message.ReplaceLineEndings(" ").Trim()}");
    }
}

/// <summary>Mirrors Description in native/tensors.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Description
{
    public long DType, Dimensions, Elements, ElementSize, DeviceType, DeviceIndex, RequiresGrad, IsLeaf, IsContiguous, IsSparse;
}
