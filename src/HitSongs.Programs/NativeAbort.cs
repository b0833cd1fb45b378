using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using HitSongs.Demonstrations;
using TorchSharp;

namespace HitSongs.Programs;

/// <summary>
/// Tells which call ends the process when native code throws what nobody catches. Many functions of TorchSharp's bridge do not catch, and
/// .NET cannot: C++ then calls its terminate handler, while the whole stack is still there. What was thrown it writes itself, to standard error.
/// </summary>
internal static unsafe class NativeAbort
{
    private const string SetTerminate = "_ZSt13set_terminatePFvvE"; // std::set_terminate(void (*)())

    private static readonly string[] Libraries = ["libstdc++.so.6", "libc++abi.dylib"];

    private static delegate* unmanaged<void> previous;
    private static Action<ProgramFailure>? report;
    private static Func<StackFrame, bool>? isOfProgram;

    /// <summary>From now on <paramref name="tell"/> is called before native code ends the process.</summary>
    /// <param name="watched">Whether a frame belongs to the program whose lines are looked for.</param>
    public static void Watch(Func<StackFrame, bool> watched, Action<ProgramFailure> tell)
    {
        (isOfProgram, report) = (watched, tell);
        if (previous is not null) return;
        foreach (var name in Libraries)
        {
            if (!NativeLibrary.TryLoad(name, out var library) || !NativeLibrary.TryGetExport(library, SetTerminate, out var set)) continue;
            previous = ((delegate* unmanaged<delegate* unmanaged<void>, delegate* unmanaged<void>>)set)(&OnTerminate);
            return;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnTerminate()
    {
        try
        {
            report?.Invoke(Failure(new StackTrace(fNeedFileInfo: true)));
        }
        catch (Exception)
        {
            // The process ends in any case, and its exit code says how.
        }

        previous();
    }

    private static ProgramFailure Failure(StackTrace stack)
    {
        var caller = stack
            .GetFrames()
            .FirstOrDefault(frame => ProgramFrames.AssemblyOf(frame) is { } assembly && assembly != typeof(NativeAbort).Assembly && !IsBinding(frame));
        var lines = ProgramFrames.Lines(stack, isOfProgram!);
        var library = caller is not null && ProgramFrames.AssemblyOf(caller) == typeof(torch).Assembly ? "libtorch" : "native code";
        return new ProgramFailure(library, "", lines.Count > 0 ? lines[0] : null, OutOfMemory: false)
        {
            Operation = caller is null ? "" : NameOf(caller.GetMethod()!),
            CalledFrom = [.. lines.Skip(1)],
        };
    }

    /// <summary>Whether a frame only passes a call on to native code.</summary>
    private static bool IsBinding(StackFrame frame) =>
        frame.GetMethod() is not { DeclaringType: { } type } method || method.Attributes.HasFlag(MethodAttributes.PinvokeImpl) || type.Name == "NativeMethods";

    /// <summary>As C# code names it: TorchSharp.torch+Tensor.matmul is Tensor.matmul.</summary>
    private static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType!;
        var name = (type.IsNested ? type.FullName! : type.Name).Replace('+', '.');
        const string Torch = "TorchSharp.torch.";
        return $"{(name.StartsWith(Torch, StringComparison.Ordinal) ? name[Torch.Length..] : name)}.{method.Name}";
    }
}
