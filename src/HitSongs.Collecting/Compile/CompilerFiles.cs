using HitSongs.Collecting.Sandboxing;
using HitSongs.SourceFiles;

namespace HitSongs.Collecting.Compile;

/// <summary>The files that one run of the compiler reads and writes.</summary>
/// <param name="Compiler">The compiler's assembly.</param>
/// <param name="Options">Its response file.</param>
/// <param name="Source">The file that is compiled.</param>
/// <param name="Shared">By path: the files that are compiled with it, by their own names.</param>
/// <param name="Readable">The folders that it reads.</param>
/// <param name="Output">The folder that it writes to.</param>
internal sealed record CompilerFiles(
    string Compiler,
    string Options,
    string Source,
    IReadOnlyDictionary<string, string> Shared,
    IReadOnlyList<string> Readable,
    string Output
)
{
    /// <summary>What the SDK defines for a program in its default configuration.</summary>
    private static readonly string Symbols = string.Join(';', (string[])[
        "TRACE", "DEBUG", "NET", $"NET{Environment.Version.Major}_0", "NETCOREAPP",
        .. Enumerable.Range(5, Environment.Version.Major - 4).Select(version => $"NET{version}_0_OR_GREATER")]);

    /// <summary>The assembly.</summary>
    public string Program => Path.Combine(Output, "program.dll");

    /// <summary>The account of errors.</summary>
    public string Log => LogIn(Output);

    /// <param name="folder">A new folder for all of them.</param>
    /// <exception cref="HarnessException">There is no compiler here, or no place for the files.</exception>
    public static async Task<CompilerFiles> WriteAsync(CompilerInput input, string folder, CancellationToken cancel)
    {
        var compiler = DotnetInstallation.Compiler
            ?? throw new HarnessException("the C# compiler of a .NET SDK was not found beside the running .NET: install the SDK and try again");
        try
        {
            var (read, written) = (
                Directory.CreateDirectory(Path.Combine(folder, "source")).FullName,
                Directory.CreateDirectory(Path.Combine(folder, "program")).FullName
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(written, (UnixFileMode)0b111_111_111); // a sandboxed compiler may be another user
            }

            var shared = input.Shared.ToDictionary(
                path => Path.Combine(read, "shared-" + Path.GetFileName(path)),
                path => Path.GetFileName(path)!,
                StringComparer.Ordinal
            );
            foreach (var path in input.Shared)
            {
                File.Copy(path, Path.Combine(read, "shared-" + Path.GetFileName(path)));
            }

            var (source, usings, options) = (Path.Combine(read, "program.cs"), Path.Combine(read, "usings.cs"), Path.Combine(read, "options.rsp"));
            await File.WriteAllTextAsync(source, SourceText.WithoutDirectives(input.Source), cancel);
            await File.WriteAllLinesAsync(usings, SourceText.ImplicitUsings.Select(name => $"global using {name};"), cancel);
            await File.WriteAllLinesAsync(options, OptionsOf(input, written, [source, usings, .. shared.Keys]), cancel);
            string[] readable = [.. input.References.Select(r => Path.GetDirectoryName(r)!).Distinct(StringComparer.Ordinal), read];
            return new CompilerFiles(compiler, options, source, shared, readable, written);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException(
                $"the files to compile cannot be written: {e.Message.TrimEnd('.')}. Check the space on the disk of {Path.GetTempPath()}",
                e
            );
        }
    }

    private static IEnumerable<string> OptionsOf(CompilerInput input, string output, IEnumerable<string> sources) =>
        [
            "-nologo",
            "-noconfig",
            "-nostdlib+",
            $"-target:{input.Target}",
            input.Optimized ? "-optimize+" : "-optimize-",
            "-debug:embedded",
            "-debug+",
            "-nullable:enable",
            "-langversion:latest",
            "-warn:0",
            "-deterministic+",
            "-utf8output",
            $"-define:{Symbols}",
            $"-out:\"{Path.Combine(output, "program.dll")}\"",
            $"-errorlog:\"{LogIn(output)}\",version=2.1",
            .. Directory.GetFiles(DotnetInstallation.Framework, "*.dll").Concat(input.References).Select(r => $"-r:\"{r}\""),
            .. sources.Select(source => $"\"{source}\""),
        ];

    private static string LogIn(string output) => Path.Combine(output, "errors.sarif");
}
