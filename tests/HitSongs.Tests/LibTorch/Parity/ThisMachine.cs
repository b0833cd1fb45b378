using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Parity;

/// <summary>
/// What the last bits of a result depend on besides the computation: the processor, whose vector width chooses libtorch's kernels, and
/// the BLAS, which sums in its own order. make_expectations.py writes the same line into its files.
/// </summary>
internal static partial class ThisMachine
{
    public static string Name { get; } = Describe();

    private static string Describe()
    {
        if (!OperatingSystem.IsLinux()) return RuntimeInformation.OSDescription;
        // The BLAS is loaded by the first product.
        using var product = ones(8, 8).matmul(ones(8, 8));
        var model = ModelName().Match(File.ReadAllText("/proc/cpuinfo"));
        var architecture = RuntimeInformation.OSArchitecture == Architecture.X64 ? "x86_64" : "aarch64";
        var width = Avx512F.IsSupported ? "AVX512" : Avx2.IsSupported ? "AVX2" : architecture;
        var libraries = File.ReadLines("/proc/self/maps").Select(line => Blas().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);
        var chosen = new[] { "ATEN_CPU_CAPABILITY", "OPENBLAS_CORETYPE" }.Select(Environment.GetEnvironmentVariable).OfType<string>();
        return string.Join(" / ", [model.Success ? model.Groups["name"].Value.Trim() : architecture, width, .. libraries, .. chosen]);
    }

    [GeneratedRegex(@"^model name\s*:\s*(?<name>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModelName();

    [GeneratedRegex(@"/(?<name>lib(open)?blas[^/]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blas();
}
