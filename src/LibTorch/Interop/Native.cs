namespace TorchSharp;

/// <summary>The functions of native/*.cpp, one for one; their declarations are generated.</summary>
internal static unsafe partial class Native
{
    private const string Library = "tshim";
    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, NativeShim.Resolve);

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
