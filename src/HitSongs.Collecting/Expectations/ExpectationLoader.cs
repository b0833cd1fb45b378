using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Expectations;

/// <summary>
/// Compiles the expectations that lie beside the rubric, each with what rubric/shared holds for all of them, and keeps the result by content.
/// </summary>
/// <param name="sandbox">What they run in when they are asked.</param>
/// <param name="rubric">The rubric's folder: faults name files as seen from beside it.</param>
internal sealed class ExpectationLoader(Sandbox sandbox, Compiler compiler, string rubric, string cacheFolder)
{
    /// <summary>By the path of what was compiled, which follows from its content: for a cohort each is read once.</summary>
    private static readonly ConcurrentDictionary<string, byte[]> Loaded = new(StringComparer.Ordinal);

    /// <exception cref="InvalidInputException">It does not compile.</exception>
    public async Task<LoadedExpectation> LoadAsync(string path, CancellationToken cancel)
    {
        var source = await File.ReadAllTextAsync(path, cancel);
        var shared = SharedSources(rubric);
        var sha256 = Sha256(source);
        var cached = Path.Combine(
            cacheFolder,
            $"{Sha256(sha256 + string.Concat(shared.Select(file => Sha256(File.ReadAllText(file)))) + ReferencesVersion())}.dll"
        );
        if (!Loaded.TryGetValue(cached, out var compiled))
        {
            compiled = File.Exists(cached) ? await File.ReadAllBytesAsync(cached, cancel) : await CompileAsync(path, source, shared, cached, cancel);
            Loaded[cached] = compiled;
        }

        return new LoadedExpectation(sandbox, compiled, Shown(path), sha256);
    }

    /// <summary>Shared sources of a rubric's expectations: every C# file in its folder shared/.</summary>
    internal static IReadOnlyList<string> SharedSources(string rubric) => Path.Combine(rubric, "shared") is var folder && Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal)]
        : [];

    private async Task<byte[]> CompileAsync(string path, string source, IReadOnlyList<string> shared, string cached, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var compiled = await compiler.CompileAsync(new CompilerInput(source, "library", References.OfExpectations) { Shared = shared }, folder.Path, cancel);
        if (compiled.HarnessFault)
        {
            throw new HarnessException($"the expectation {Shown(path)} cannot be compiled on this machine: {compiled.Error}");
        }

        if (compiled.Program is null)
        {
            throw new InvalidInputException(Shown(path), compiled.Line, $"the expectation does not compile: {compiled.Error}", "Mend it and try again");
        }

        var bytes = await File.ReadAllBytesAsync(compiled.Program, cancel);
        CacheFile.Try(cached, bytes);
        return bytes;
    }

    private string Shown(string path) => Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(rubric))!, path);

    private static string ReferencesVersion() =>
        CompiledPrograms.VersionOf(References.OfExpectations) + CompiledPrograms.VersionOfCompiler();

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
