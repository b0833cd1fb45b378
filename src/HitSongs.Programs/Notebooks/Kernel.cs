using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using HitSongs.Demonstrations;
using HitSongs.Notebooks;
using HitSongs.SourceFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace HitSongs.Programs.Notebooks;

/// <summary>Runs cells one after the other by Roslyn's scripting; later cells see what earlier ones declared.</summary>
internal sealed class Kernel
{
    private const string CellFile = "cell.cs";
    private const int MostCallers = 4;

    private static readonly string[] Imports = [.. SourceText.ImplicitUsings];

    private static readonly ScriptOptions Scripts = OptionsOf(References());

    // References of their own: Roslyn keeps symbols by reference, and those of two compilations at the same time get mixed up.
    private static readonly IReadOnlyList<PortableExecutableReference> ProgramReferences = References();
    private static readonly ScriptOptions Programs = OptionsOf(ProgramReferences);

    private readonly ConcurrentDictionary<string, Lazy<Script<object>>> programs = new(StringComparer.Ordinal);
    private ScriptState<object>? state;
    private PrintedText printed = new();

    /// <summary>Compiles programs one after the other while cells run: what they are does not depend on what ran before.</summary>
    public void CompileAhead(IEnumerable<CodeCell> cells)
    {
        foreach (var cell in cells.Where(cell => cell.Program))
            _ = Compiled(BracedProgram.Unwrap(cell.Code));
    }

    public async Task<CellResult> RunAsync(CodeCell cell)
    {
        var observed = Demonstration.Observations.Count;
        printed = new PrintedText();
        var (output, error) = (Console.Out, Console.Error);
        Console.SetOut(printed);
        Console.SetError(printed);
        try
        {
            var value = cell.Program ? await RunProgramAsync(cell.Code) : await RunScriptAsync(cell.Code);
            return new CellResult(cell.Id, [.. printed.Outputs(), .. cell.Program ? ProgramOutput.Since(observed).Outputs() : Shown.Of(value)]);
        }
        catch (Exception failure)
        {
            return new CellResult(cell.Id, [.. printed.Outputs(), Failed(failure)]);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>Whether a frame of a stack is a line of a cell.</summary>
    public static bool IsOfCell(StackFrame frame) => frame.GetFileName() == CellFile;

    /// <summary>Result of the cell that runs now when native code ends the process.</summary>
    public CellResult Aborted(string id, ProgramFailure failure)
    {
        var operation = failure.Operation is { Length: > 0 } name ? $" in {name}" : "";
        var callers = failure.CalledFrom is { Count: > 0 } lines ? $", called from line {string.Join(", ", lines.Take(MostCallers))}" : "";
        return new CellResult(
            id,
            [.. printed.Outputs(), CellOutput.Failed(CellError.NativeAbort, $"{failure.Exception} ended the process{operation}{callers}", failure.Line)]
        );
    }

    private async Task<object?> RunScriptAsync(string code)
    {
        state = state is null ? await CSharpScript.RunAsync<object>(code, Scripts) : await state.ContinueWithAsync<object>(code, Scripts);
        return state.ReturnValue;
    }

    /// <summary>A program is run apart: what it declares, and the names it imports, must not change what later cells mean.</summary>
    private async Task<object?> RunProgramAsync(string cell)
    {
        var code = BracedProgram.Unwrap(cell); // compiled with braces of its own, on which no line moves
        if (code.Contains("ScottPlot", StringComparison.Ordinal))
        {
            Plotting.Begin();
        }

        var script = Compiled(code);
        if (script.Compile().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            // Scripts cannot hold all that programs can, such as classes of extension methods.
            await WholeProgram.RunAsync(code, CellFile, Imports, ProgramReferences);
            return null;
        }

        await script.RunAsync();
        return null;
    }

    private Script<object> Compiled(string code) => programs.GetOrAdd(code, text => new Lazy<Script<object>>(() =>
    {
        lock (Programs)
        {
            var script = CSharpScript.Create<object>(WholeProgram.AsScript(text), Programs);
            script.Compile();
            return script;
        }
    })).Value;

    private static ScriptOptions OptionsOf(IReadOnlyList<PortableExecutableReference> references) => ScriptOptions.Default
        .WithReferences(references)
        .WithImports(Imports)
        .WithFilePath(CellFile)
        .WithFileEncoding(System.Text.Encoding.UTF8)
        .WithEmitDebugInformation(true)
        .WithMetadataResolver(new HarnessAssemblies());

    private static IReadOnlyList<PortableExecutableReference> References() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private static CellOutput Failed(Exception failure)
    {
        if (failure is CompilationErrorException { Diagnostics: [var first, ..] })
        {
            return CellOutput.Failed("CompilationError", $"{first.Id}: {first.GetMessage()}", first.Location.GetLineSpan().StartLinePosition.Line + 1);
        }

        var root = failure is TargetInvocationException or TypeInitializationException ? failure.InnerException ?? failure : failure;
        var line = new StackTrace(root, fNeedFileInfo: true).GetFrames()
            .Where(IsOfCell)
            .Select(frame => (int?)frame.GetFileLineNumber())
            .FirstOrDefault();
        return CellOutput.Failed(root.GetType().Name, root.Message.Split('\n')[0].Trim(), line);
    }
}
