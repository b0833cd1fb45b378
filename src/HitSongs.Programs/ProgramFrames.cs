using System.Diagnostics;
using System.Reflection;

namespace HitSongs.Programs;

/// <summary>Finds the lines of a submitted program on a stack.</summary>
internal static class ProgramFrames
{
    /// <summary>The program's own lines, from the innermost call outwards.</summary>
    public static IReadOnlyList<int> Lines(StackTrace stack, Assembly? program) => Lines(stack, frame => program is not null && AssemblyOf(frame) == program);

    /// <inheritdoc cref="Lines(StackTrace, Assembly)"/>
    /// <param name="isOfProgram">Whether a frame belongs to the program.</param>
    public static IReadOnlyList<int> Lines(StackTrace stack, Func<StackFrame, bool> isOfProgram) =>
        [.. stack.GetFrames().Where(frame => frame.GetFileLineNumber() > 0 && isOfProgram(frame)).Select(frame => frame.GetFileLineNumber())];

    public static Assembly? AssemblyOf(StackFrame frame) => frame.GetMethod()?.Module.Assembly;
}
