using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HitSongs.Hosts;

/// <summary>Keeps the harness's channel apart from what anything else prints, native libraries included.</summary>
internal static class StandardStreams
{
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>The stream that results go to. From now on what anyone writes to standard output goes to standard error, which readers see.</summary>
    public static Stream TakeOutput()
    {
        var kept = Duplicate(Output);
        if (kept < 0 || Replace(Error, Output) < 0) throw new IOException($"standard output cannot be kept apart: error {Marshal.GetLastPInvokeError()}");
        Console.SetOut(Console.Error);
        return new FileStream(new SafeFileHandle(kept, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    [DllImport("libc", EntryPoint = "dup", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int descriptor);

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Replace(int descriptor, int replaced);
}
