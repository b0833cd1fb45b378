using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using HitSongs.Demonstrations;

namespace HitSongs.Programs;

/// <summary>A compiled program of a submission. It is run as `dotnet run` would, and hands back a result however it ends.</summary>
internal sealed class SubmittedProgram
{
    /// <summary>Time limit of threads that the program leaves behind. What they observe until then counts.</summary>
    private static readonly TimeSpan ThreadsLeft = TimeSpan.FromSeconds(10);

    private readonly Assembly program;

    private SubmittedProgram(Assembly program) => this.program = program;

    public static SubmittedProgram Load(string path) => new(AssemblyLoadContext.Default.LoadFromAssemblyPath(path));

    /// <summary>Runs the program's entry point to its end.</summary>
    /// <returns>The exit code: 0 where no exception ended it.</returns>
    public int Run(Handback handback)
    {
        // Its threads ended after its entry point, or it called Environment.Exit.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => handback.Write(null);
        AppDomain.CurrentDomain.UnhandledException += (_, thrown) => handback.Write(Failure((Exception)thrown.ExceptionObject));
        NativeAbort.Watch(frame => ProgramFrames.AssemblyOf(frame) == program, handback.Write);
        var failure = Run();
        handback.Write(failure);
        if (failure is not null)
        {
            Environment.Exit(1);
        }

        _ = Task.Delay(ThreadsLeft).ContinueWith(_ => Environment.Exit(0), TaskScheduler.Default);
        return 0;
    }

    private ProgramFailure? Run()
    {
        try
        {
            if (program.GetReferencedAssemblies().Any(assembly => assembly.Name == "ScottPlot"))
            {
                Plotting.Begin();
            }

            var main = program.EntryPoint ?? throw new InvalidOperationException("the program has no entry point");
            var arguments = main.GetParameters().Length == 0 ? null : new object[] { Array.Empty<string>() };
            (main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null) as Task)?.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception)
        {
            return Failure(exception);
        }
    }

    private ProgramFailure Failure(Exception exception)
    {
        var root = exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;
        var lines = ProgramFrames.Lines(new StackTrace(root, fNeedFileInfo: true), program);
        return new ProgramFailure(root.GetType().Name, root.Message.Split('\n')[0].Trim(), lines.Count > 0 ? lines[0] : null, OutOfMemory(root));
    }

    private static bool OutOfMemory(Exception exception) =>
        exception is OutOfMemoryException || exception.Message.Contains("DefaultCPUAllocator", StringComparison.Ordinal);
}
