using System.Runtime.InteropServices;

namespace TorchSharp.Generation;

/// <summary>Asks the shim for texts.</summary>
internal static unsafe class Dispatcher
{
    public static string Text(nint library, string function) =>
        Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, function))()) ?? "";
}
