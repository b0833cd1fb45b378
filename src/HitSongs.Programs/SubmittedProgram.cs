using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using HitSongs.Demonstrations;

namespace HitSongs.Programs;

/// <summary>A compiled program of a submission.</summary>
internal static class SubmittedProgram
{
    /// <summary>Runs the program's entry point to its end, and tells what ended it if it was an exception.</summary>
    public static ProgramFailure? Run(string path)
    {
        var program = AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        try
        {
            var main = program.EntryPoint ?? throw new InvalidOperationException("the program has no entry point");
            var arguments = main.GetParameters().Length == 0 ? null : new object[] { Array.Empty<string>() };
            (main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null) as Task)?.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception)
        {
            return Failure(program, exception);
        }
    }

    private static ProgramFailure Failure(Assembly program, Exception exception)
    {
        var root = exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;
        var line = new StackTrace(root, fNeedFileInfo: true).GetFrames()
            .Where(f => f.GetMethod()?.Module.Assembly == program && f.GetFileLineNumber() > 0)
            .Select(f => (int?)f.GetFileLineNumber())
            .FirstOrDefault();
        var firstLine = root.Message.Split('\n')[0].Trim();
        return new ProgramFailure(root.GetType().Name, firstLine, line, OutOfMemory(root));
    }

    private static bool OutOfMemory(Exception exception) =>
        exception is OutOfMemoryException || exception.Message.Contains("DefaultCPUAllocator", StringComparison.Ordinal);
}
