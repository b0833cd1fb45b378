using System.Reflection;
using HitSongs.SourceFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace HitSongs.Programs.Notebooks;

/// <summary>A program of top-level statements, as a submission holds it, in a cell.</summary>
internal static class WholeProgram
{
    private static readonly CSharpParseOptions Regular = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>The program with its statements in a block: there, unlike at a script's top, `using` declarations and spans may stand. No line moves.</summary>
    public static string AsScript(string source)
    {
        var code = SourceText.WithoutDirectives(source);
        var statements = CSharpSyntaxTree.ParseText(code, Regular).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().ToList();
        return statements.Count == 0
            ? code
            : code.Insert(statements[^1].Span.End, "}").Insert(statements[0].SpanStart, "{");
    }

    /// <summary>Compiles and runs it as the program that it is.</summary>
    /// <exception cref="CompilationErrorException">It does not compile.</exception>
    public static async Task RunAsync(string code, string file, IEnumerable<string> imports, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            $"cell{Guid.NewGuid():N}",
            [
                CSharpSyntaxTree.ParseText(SourceText.WithoutDirectives(code), Regular, file, System.Text.Encoding.UTF8),
                CSharpSyntaxTree.ParseText(string.Concat(imports.Select(name => $"global using {name};\n")), Regular),
            ],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(
            image,
            options: new Microsoft.CodeAnalysis.Emit.EmitOptions(debugInformationFormat: Microsoft.CodeAnalysis.Emit.DebugInformationFormat.Embedded)
        );
        if (!emitted.Success)
        {
            throw new CompilationErrorException(
                "it does not compile",
                [.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]
            );
        }

        var main = Assembly.Load(image.ToArray()).EntryPoint!;
        var arguments = main.GetParameters().Length == 0 ? null : new object[] { Array.Empty<string>() };
        if (main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task running)
        {
            await running;
        }
    }
}
