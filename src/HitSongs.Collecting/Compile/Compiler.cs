using System.Text.RegularExpressions;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Programs;

namespace HitSongs.Collecting.Compile;

/// <summary>Compiles one C# file, or one with others that it leans on, with the SDK's compiler, in a sandbox: source text can be hostile to a compiler too.</summary>
internal sealed partial class Compiler(Sandbox sandbox)
{
    /// <summary>What the SDK defines for a program in its default configuration.</summary>
    private static readonly string Symbols = string.Join(';', (string[])[
        "TRACE", "DEBUG", "NET", $"NET{Environment.Version.Major}_0", "NETCOREAPP",
        .. Enumerable.Range(5, Environment.Version.Major - 4).Select(version => $"NET{version}_0_OR_GREATER")]);

    private const string ProgramFile = "program.cs";

    private static readonly Limits CompileLimits = new(TimeSpan.FromSeconds(60), 1536L << 20);

    /// <param name="source">The text of the file.</param>
    /// <param name="target">"exe" or "library".</param>
    /// <param name="references">Assemblies beside the framework's.</param>
    /// <param name="folder">An empty folder for the result and what it is made from.</param>
    /// <param name="shared">Paths of files that are compiled with it.</param>
    /// <exception cref="HarnessException">There is no compiler here.</exception>
    public async Task<CompileResult> CompileAsync(
        string source, string target, IReadOnlyList<string> references, string folder, CancellationToken cancel, IReadOnlyList<string>? shared = null)
    {
        var compiler = DotnetInstallation.Compiler ?? throw new HarnessException("the C# compiler of a .NET SDK was not found beside the running .NET: install the SDK and try again");
        var (input, output) = (Directory.CreateDirectory(Path.Combine(folder, "source")).FullName, Path.Combine(folder, "program"));
        Directory.CreateDirectory(output);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(output, (UnixFileMode)0b111_111_111); // a sandboxed compiler may be another user
        }

        var others = (shared ?? []).Select(path => (From: path, To: Path.Combine(input, "shared-" + Path.GetFileName(path)))).ToList();
        others.ForEach(other => File.Copy(other.From, other.To));
        var (file, usings, options, program) = (Path.Combine(input, ProgramFile), Path.Combine(input, "usings.cs"), Path.Combine(input, "options.rsp"), Path.Combine(output, "program.dll"));
        await File.WriteAllTextAsync(file, SourceText.WithoutDirectives(source), cancel);
        await File.WriteAllLinesAsync(usings, SourceText.ImplicitUsings.Select(name => $"global using {name};"), cancel);
        await File.WriteAllLinesAsync(
            options,
            [
                "-nologo", "-noconfig", "-nostdlib+", $"-target:{target}", "-optimize+", "-debug:embedded", "-debug+", "-nullable:enable", "-langversion:latest", "-warn:0", "-deterministic+", "-utf8output", $"-define:{Symbols}",
                $"-out:\"{program}\"",
                .. Directory.GetFiles(DotnetInstallation.Framework, "*.dll").Concat(references).Select(r => $"-r:\"{r}\""),
                $"\"{file}\"", $"\"{usings}\"",
                .. others.Select(other => $"\"{other.To}\""),
            ],
            cancel);
        var readable = references.Select(r => Path.GetDirectoryName(r)!).Distinct(StringComparer.Ordinal).Append(input).ToList();
        var run = await sandbox.RunAsync(
            new SandboxedCommand(DotnetInstallation.Host, ["exec", compiler, "-noconfig", $"@{options}"], readable, output, ReadOnlyMemory<byte>.Empty, CompileLimits), cancel);
        return run switch
        {
            { End: RunEnd.Exited, ExitCode: 0 } => new CompileResult(program, "", null),
            { End: RunEnd.Exited } => FirstError(System.Text.Encoding.UTF8.GetString(run.Result) + run.Output),
            _ => new CompileResult(null, $"compiling it was stopped ({run.End}, after {run.Elapsed.TotalSeconds:0} s)", null),
        };
    }

    private static CompileResult FirstError(string output)
    {
        var error = ErrorLine().Match(output);
        if (error.Success)
        {
            var message = $"{error.Groups["code"].Value}: {error.Groups["message"].Value.Trim()}";
            int? line = error.Groups["line"].Success ? int.Parse(error.Groups["line"].Value) : null;
            return Path.GetFileName(error.Groups["file"].Value) is var file && file.StartsWith("shared-", StringComparison.Ordinal)
                ? new CompileResult(null, $"{file["shared-".Length..]}:{line}: {message}", null)
                : new CompileResult(null, message, line);
        }

        return new CompileResult(null, $"the compiler stopped: {output.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("without a message")}", null);
    }

    [GeneratedRegex(@"^(?:(?<file>[^\n(]*)\((?<line>\d+),\d+\): )?(?:error|fatal error) (?<code>CS\d+): (?<message>.*)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorLine();
}

/// <summary>A compiled program, or the first error.</summary>
/// <param name="Program">The assembly's path; null where it did not compile.</param>
internal sealed record CompileResult(string? Program, string Error, int? Line);
