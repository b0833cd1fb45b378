using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>
/// Forbids user namespaces inside the sandbox, by a filter of system calls: in one, a program without rights may mount file systems in memory
/// that no limit of its own counts. bubblewrap can forbid them itself only where it made one, which it does not for root.
/// </summary>
internal static class SystemCallFilter
{
    private const uint NewUserNamespace = 0x10000000; // CLONE_NEWUSER of sched.h
    private const uint OtherInterface = 0x40000000; // numbers of x32, which would pass by those below
    private const uint Allow = 0x7fff0000;
    private const uint Refuse = 0x00050000 | 1; // EPERM
    private const uint Unknown = 0x00050000 | 38; // ENOSYS: C libraries then use clone, whose flags can be looked at

    private static readonly Lazy<string?> Written = new(Write);

    /// <summary>The filter's file, as bubblewrap reads it; null on processors that it is not written for.</summary>
    public static string? File => Written.Value;

    private static string? Write()
    {
        if (Program() is not { } program)
        {
            return null;
        }

        var path = Path.Combine(new TemporaryFolder().Path, "filter.bpf"); // gone with the process
        System.IO.File.WriteAllBytes(path, program);
        return path;
    }

    /// <summary>The filter as the kernel takes it (linux/filter.h): code, jump if true, jump if false, operand.</summary>
    internal static byte[]? Program() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => Assembled(0xC000003E, clone: 56, unshare: 272),
        Architecture.Arm64 => Assembled(0xC00000B7, clone: 220, unshare: 97),
        _ => null,
    };

    private static byte[] Assembled(uint processor, uint clone, uint unshare)
    {
        const ushort load = 0x20, equal = 0x15, atLeast = 0x35, anyBit = 0x45, end = 0x06;
        const uint number = 0, architecture = 4, firstArgument = 16, clone3 = 435;
        (ushort Code, byte Yes, byte No, uint Operand)[] steps =
        [
            (load, 0, 0, architecture),
            (equal, 0, 9, processor),
            (load, 0, 0, number),
            (atLeast, 7, 0, OtherInterface),
            (equal, 5, 0, clone3),
            (equal, 1, 0, clone),
            (equal, 0, 2, unshare),
            (load, 0, 0, firstArgument),
            (anyBit, 2, 0, NewUserNamespace),
            (end, 0, 0, Allow),
            (end, 0, 0, Unknown),
            (end, 0, 0, Refuse),
        ];
        var bytes = new byte[8 * steps.Length];
        foreach (var (index, step) in steps.Index())
        {
            var at = bytes.AsSpan(8 * index);
            BinaryPrimitives.WriteUInt16LittleEndian(at, step.Code);
            (at[2], at[3]) = (step.Yes, step.No);
            BinaryPrimitives.WriteUInt32LittleEndian(at[4..], step.Operand);
        }

        return bytes;
    }
}
