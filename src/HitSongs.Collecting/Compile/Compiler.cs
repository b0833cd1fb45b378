using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Untrusted;
using HitSongs.Compiling;

namespace HitSongs.Collecting.Compile;

/// <summary>Compiles one C# file, or one with others that it leans on, with the SDK's compiler, in a sandbox: source text can be hostile to a compiler
/// too.</summary>
/// <param name="programs">Those that were compiled before; null to compile every one anew.</param>
internal sealed class Compiler(Sandbox sandbox, CompiledPrograms? programs = null)
{
    private const string HarmlessProgram = "return;";

    /// <summary>Assemblies that cannot be found or read.</summary>
    private static readonly string[] OfTheMachine = ["CS0006", "CS0009"];

    // A program of a submission takes a second. Whatever the machine is doing, one that took so long is the source's doing.
    private static readonly TimeSpan MostWork = CompilerHosts.Limits.Time / 2;

    /// <param name="folder">An empty folder for the result and what it is made from.</param>
    /// <exception cref="HarnessException">There is no compiler here.</exception>
    public async Task<CompileResult> CompileAsync(CompilerInput input, string folder, CancellationToken cancel)
    {
        if (programs?.Find(input, Path.Combine(folder, "0")) is { } kept)
        {
            return new CompileResult(kept, "", null);
        }

        var result = await AttemptAsync(input, Path.Combine(folder, "1"), cancel);
        if (!result.InDoubt)
        {
            return Kept(input, result);
        }

        result = await AttemptAsync(input, Path.Combine(folder, "2"), cancel);
        if (!result.InDoubt)
        {
            return Kept(input, result);
        }

        // What the compiler cannot do with this source and can do with another is the source's doing.
        var control = await AttemptAsync(input with { Source = HarmlessProgram, Target = "exe", Shared = [] }, Path.Combine(folder, "3"), cancel);
        return control.Program is null
            ? result with { HarnessFault = true, Error = $"{result.Error}; and so it was with an empty program: {control.Error}" }
            : result;
    }

    private CompileResult Kept(CompilerInput input, CompileResult result)
    {
        if (result.Program is { } program)
        {
            programs?.Keep(input, program);
        }

        return result;
    }

    private async Task<CompileResult> AttemptAsync(CompilerInput input, string folder, CancellationToken cancel)
    {
        var answer = await CompilerHosts.AskAsync(sandbox, input, cancel);
        return answer switch
        {
            { Reply.Assembly: { } assembly } => new CompileResult(await WriteAsync(assembly, folder, cancel), "", null),
            { Reply.Error: { } error } => Failed(error),
            { Problem: { } problem } => Doubtful($"the compiler gave no answer: {problem}"),
            { HasStarted: false } => Doubtful($"the compiler cannot be started: {UntrustedText.FirstLine(answer.End!.Output)}"),
            _ => Ended(answer.End!),
        };
    }

    private static CompileResult Failed(CompileError error)
    {
        var message = UntrustedText.OneLine(error.Message);
        return error.File switch
        {
            CompilerHosts.Source => new CompileResult(null, message, error.Line),
            null or CompilerHosts.ImplicitUsings => new CompileResult(null, message, null) { InDoubt = OfTheMachine.Contains(message.Split(':')[0]) },
            _ => new CompileResult(null, $"{error.File}:{error.Line}: {message}", null), // a file that the rubric's expectations share
        };
    }

    private static CompileResult Ended(SandboxedRun run) => run switch
    {
        // Some megabytes of stack are written where nesting is too deep even for the compiler's own guard.
        _ when run.Output.AsSpan(0, Math.Min(4096, run.Output.Length)).Contains("Stack overflow", StringComparison.Ordinal) =>
            new CompileResult(null, "it is nested too deeply for the compiler, which ran out of stack", null),
        { End: RunEnd.MachineOutOfMemory } => Doubtful("the machine ran out of memory and ended the compiler"),
        { End: RunEnd.Exited } when !CrashText.SaysOutOfMemory(run.Output) =>
            Doubtful($"the compiler ended without telling why (exit code {run.ExitCode}): {UntrustedText.FirstLine(run.Output)}"),
        // Time on the clock passes on a busy machine too, for whatever is compiled.
        _ => new CompileResult(null, $"compiling it was stopped ({Why(run.End)}, after {run.Elapsed.TotalSeconds:0} s)", null)
        {
            InDoubt = run.End == RunEnd.TimedOut && run.Worked < MostWork,
        },
    };

    private static CompileResult Doubtful(string error) => new(null, error, null) { InDoubt = true };

    /// <summary>In a folder of its own: a program that runs sees its folder, and no other program.</summary>
    private static async Task<string> WriteAsync(byte[] assembly, string folder, CancellationToken cancel)
    {
        try
        {
            var program = Path.Combine(Directory.CreateDirectory(folder).FullName, "program.dll");
            await File.WriteAllBytesAsync(program, assembly, cancel);
            return program;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = e.Message.TrimEnd('.');
            throw new HarnessException($"a compiled program cannot be written: {why}. Check the space on the disk of {Path.GetTempPath()}", e);
        }
    }

    private static string Why(RunEnd end) => end switch
    {
        RunEnd.TimedOut => "its time was up",
        RunEnd.TooMuchOutput => "too much output",
        _ => $"more than {CompilerHosts.Limits.MemoryBytes >> 20} MiB of memory",
    };
}

/// <summary>File to compile.</summary>
/// <param name="Source">The text of the file.</param>
/// <param name="Target">"exe" or "library".</param>
/// <param name="References">Assemblies beside the framework's.</param>
internal sealed record CompilerInput(string Source, string Target, IReadOnlyList<string> References)
{
    /// <summary>Paths of files that are compiled with it.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Without optimization every statement keeps the line that a crash is told with.</summary>
    public bool Optimized { get; init; } = true;
}

/// <summary>A compiled program, or the first error.</summary>
/// <param name="Program">The assembly's path; null where it did not compile.</param>
internal sealed record CompileResult(string? Program, string Error, int? Line)
{
    /// <summary>Whether files that the harness made, or its machine, may be what is wrong.</summary>
    public bool InDoubt { get; init; }

    /// <summary>Whether they are: not the author's fault.</summary>
    public bool HarnessFault { get; init; }
}
