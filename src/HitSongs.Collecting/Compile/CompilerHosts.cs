using HitSongs.Collecting.Sandboxing;
using HitSongs.Compiling;
using HitSongs.SourceFiles;

namespace HitSongs.Collecting.Compile;

/// <summary>Asks the SDK's compiler, in sandboxed processes: source text can be hostile to a compiler too.</summary>
internal static class CompilerHosts
{
    /// <summary>Name of the compiled file in errors and stacks.</summary>
    public const string Source = "program.cs";

    /// <summary>Name in errors of the implicit usings, a file no author knows.</summary>
    public const string ImplicitUsings = "usings.cs";

    /// <summary>Of one compilation. The assemblies that a program may use are some 80 MiB of the memory.</summary>
    public static readonly Limits Limits = new(TimeSpan.FromSeconds(60), 1536L << 20) { ResultBytes = 8 << 20 };

    private static readonly string Host = typeof(CompilerHost).Assembly.Location;

    /// <summary>The SDK's symbols for a program in its default configuration.</summary>
    private static readonly string[] Symbols =
    [
        "TRACE", "DEBUG", "NET", $"NET{Environment.Version.Major}_0", "NETCOREAPP",
        .. Enumerable.Range(5, Environment.Version.Major - 4).Select(version => $"NET{version}_0_OR_GREATER"),
    ];

    private static readonly SourceFile Usings = new(ImplicitUsings, string.Concat(SourceText.ImplicitUsings.Select(name => $"global using {name};\n")));

    /// <summary>Compiler processes: others for evaluators' code than for strangers'.</summary>
    private static readonly SandboxedHosts OfSubmissions = Hosts(), OfRubrics = Hosts();

    private static SandboxedHosts Hosts() => new(CompileRequest.Json, () => new SandboxedCommand(
        DotnetInstallation.Host,
        ["exec", Host, CompilerFolder],
        [Path.GetDirectoryName(Host)!],
        Writable: null,
        ReadOnlyMemory<byte>.Empty,
        Limits));

    private static string CompilerFolder => Path.GetDirectoryName(DotnetInstallation.Compiler)
        ?? throw new HarnessException("the C# compiler of a .NET SDK was not found beside the running .NET: install the SDK and try again");

    /// <exception cref="HarnessException">There is no compiler here.</exception>
    public static Task<HostAnswer<CompileReply>> AskAsync(Sandbox sandbox, CompilerInput input, CancellationToken cancel)
    {
        IReadOnlyList<SourceFile> sources =
        [
            new(Source, SourceText.WithoutDirectives(input.Source)),
            Usings,
            .. input.Shared.Select(path => new SourceFile($"shared/{Path.GetFileName(path)}", File.ReadAllText(path))),
        ];
        var isProgram = input.Target == "exe";
        var request = new CompileRequest(sources, [.. Directory.GetFiles(DotnetInstallation.Framework, "*.dll"), .. input.References], Symbols)
        {
            Generators = DotnetInstallation.Generators,
            IsProgram = isProgram,
            Optimized = input.Optimized,
        };
        return (isProgram ? OfSubmissions : OfRubrics).AskAsync<CompileRequest, CompileReply>(sandbox, request, cancel);
    }
}
