using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace HitSongs.Compiling;

/// <summary>Compiles as `dotnet build` does, without warnings, and keeps nothing of one source for the next but the references.</summary>
internal static class CompilerHost
{
    private static readonly EmitOptions Symbols = new(debugInformationFormat: DebugInformationFormat.Embedded);

    /// <summary>A file that was written anew is read anew.</summary>
    private static readonly Dictionary<(string Path, DateTime Written, long Length), MetadataReference> Read = [];

    public static CompileReply Answer(CompileRequest request)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: request.Symbols);
        var written = CSharpCompilation.Create("program", Parsed(request, parsing), request.References.Select(Reference), Options(request));
        // The order of the compiler's own command: what does not parse is not looked at further.
        if (First(written, written.GetParseDiagnostics()) is { } unparsed)
        {
            return new CompileReply(null, unparsed);
        }

        var compilation = FrameworkGenerators.Run(written, request, parsing, request.Generators);
        if (First(compilation, compilation.GetDeclarationDiagnostics()) is { } error)
        {
            return new CompileReply(null, error);
        }

        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly, options: Symbols);
        return emitted.Success ? new CompileReply(assembly.ToArray(), null) : new CompileReply(null, First(compilation, emitted.Diagnostics));
    }

    private static SyntaxTree[] Parsed(CompileRequest request, CSharpParseOptions options)
    {
        return [.. request.Sources.Select(source => CSharpSyntaxTree.ParseText(Text(source), options, source.Name))];

        static SourceText Text(SourceFile source) => SourceText.From(source.Text, Encoding.UTF8, SourceHashAlgorithm.Sha256);
    }

    private static CSharpCompilationOptions Options(CompileRequest request) => new(
        request.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        moduleName: "program.dll",
        optimizationLevel: request.Optimized ? OptimizationLevel.Release : OptimizationLevel.Debug,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 0,
        deterministic: true,
        concurrentBuild: false);

    private static MetadataReference Reference(string path)
    {
        var file = new FileInfo(path);
        var key = (path, file.LastWriteTimeUtc, file.Length);
        return Read.TryGetValue(key, out var known) ? known : Read[key] = MetadataReference.CreateFromFile(path);
    }

    private static CompileError? First(Compilation compilation, IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .OrderBy(error => error.Location.SourceTree is { } tree ? compilation.SyntaxTrees.ToList().IndexOf(tree) : int.MaxValue)
        .ThenBy(error => error.Location.SourceSpan.Start)
        .Select(error => new CompileError(
            $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}",
            error.Location.SourceTree?.FilePath,
            error.Location.SourceTree is null ? null : error.Location.GetLineSpan().StartLinePosition.Line + 1))
        .FirstOrDefault();
}
