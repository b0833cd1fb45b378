using System.Reflection;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace HitSongs.Programs.Notebooks;

/// <summary>The native libraries of TorchSharp, Microsoft.ML and ScottPlot, for a kernel that takes the assemblies by their paths: only a program's own
/// host looks for them by itself.</summary>
internal static class NativeParts
{
    // Each needs those before it; what is loaded is found by its name from then on.
    private static readonly string[] InOrder = ["libc10.so", "libtorch_cpu.so", "libtorch.so", "libLibTorchSharp.so", "lib_lightgbm.so"];

    private static readonly string Folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;

    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>Loads them once; does nothing in the harness's own kernel.</summary>
    public static void Find() => _ = Loaded.Value;

    private static bool Load()
    {
        if (string.Equals(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), Folder, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var path in InOrder.Select(PathOf).OfType<string>())
        {
            NativeLibrary.Load(path);
        }

        NativeLibrary.SetDllImportResolver(typeof(SKCanvas).Assembly, (name, _, _) =>
            PathOf($"{name}.so") is { } path ? NativeLibrary.Load(path) : IntPtr.Zero
        );
        return true;
    }

    private static string? PathOf(string file) =>
        (
            (string[])
                [
                    Path.Combine(Folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", file),
                    Path.Combine(Folder, "runtimes", "linux-x64", "native", file),
                    Path.Combine(Folder, file),
                ]
        ).FirstOrDefault(File.Exists);
}
