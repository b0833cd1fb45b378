using System.Diagnostics;
using System.Reflection;

namespace HitSongs.Programs;

/// <summary>Finds the lines of a submitted program on a stack.</summary>
internal static class ProgramFrames
{
    /// <summary>The program's own lines, from the innermost call outwards.</summary>
    public static IReadOnlyList<int> Lines(StackTrace stack, Assembly? program) =>
        [.. stack.GetFrames().Where(frame => program is not null && AssemblyOf(frame) == program && frame.GetFileLineNumber() > 0).Select(frame => frame.GetFileLineNumber())];

    public static Assembly? AssemblyOf(StackFrame frame) => frame.GetMethod()?.Module.Assembly;
}
