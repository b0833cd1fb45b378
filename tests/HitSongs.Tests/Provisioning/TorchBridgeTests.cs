using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using NUnit.Framework;

namespace HitSongs.Tests.Provisioning;

/// <summary>What build/TorchSharp.targets makes of TorchSharp's bridge to libtorch.</summary>
[Platform("Linux"), SupportedOSPlatform("linux")]
public sealed class TorchBridgeTests
{
    private const string Bridge = "runtimes/linux-x64/native/libLibTorchSharp.so";

    [Test]
    public void The_bridge_beside_a_program_is_the_packages_but_for_the_mark_that_an_old_system_needs()
    {
        var (package, used) = (PackageBridge(), File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Bridge)));
        Assume.That(package, Is.Not.Null, "the package cache is somewhere else");

        var original = File.ReadAllBytes(package!);
        var changes = original.Zip(used).Count(pair => pair.First != pair.Second);

        Assert.That(used, Has.Length.EqualTo(original.Length));
        Assert.That(changes, Is.EqualTo(SystemHasItsVersion() ? 0 : 1), "bytes that differ");
    }

    [TestCase("linux-arm64")]
    [TestCase("win-x64")]
    public async Task A_machine_without_libtorch_is_told_so_in_one_line(string machine)
    {
        using var build = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "msbuild",
                    Path.Combine(Repository.Root, "src", "HitSongs.Programs", "HitSongs.Programs.csproj"),
                    "-nologo",
                    "-v:q",
                    "-t:CheckLibTorchExists",
                    $"-p:TorchMachine={machine}",
                    "-nodeReuse:false",
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var text = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();

        Assert.That(build.ExitCode, Is.EqualTo(1), text);
        Assert.That(text.Trim().Split('\n'), Has.Length.EqualTo(1).And.Some.Contains($"error HITSONGS3: libtorch is not made for {machine}"));
    }

    private static string? PackageBridge()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var version = System.Reflection.AssemblyName.GetAssemblyName(typeof(TorchSharp.torch).Assembly.Location).Version!;
        var file = Path.Combine(cache, "torchsharp", version.ToString(3), Bridge);
        return File.Exists(file) ? file : null;
    }

    private static bool SystemHasItsVersion()
    {
        var library = NativeLibrary.Load("libstdc++.so.6");
        NativeLibrary.Free(library);
        var loaded = File.ReadLines("/proc/self/maps").First(line => line.Contains("libstdc++.so", StringComparison.Ordinal));
        return File.ReadAllText(loaded[loaded.IndexOf('/')..], System.Text.Encoding.Latin1).Contains("GLIBCXX_3.4.32", StringComparison.Ordinal);
    }
}
