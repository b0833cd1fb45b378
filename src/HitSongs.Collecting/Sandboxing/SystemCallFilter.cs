using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>
/// A filter of system calls that no honest program needs. It forbids user namespaces: in one, a program without rights may mount file systems in memory
/// that no limit of its own counts (bubblewrap can forbid them itself only where it made one, which it does not for root). It knows no files in memory
/// and no segments of System V: what lies in them and is not mapped counts as nobody's memory. It knows no keys, whose rings outlive a process, no rings
/// of requests, by which calls pass the filter, and none of the ways to load programs into the kernel or to look on at others.
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
        // clone3; add_key, request_key, keyctl; memfd_create, memfd_secret, shmget; the three of io_uring; bpf, userfaultfd, perf_event_open
        Architecture.X64 => Assembled(0xC000003E, clone: 56, unshare: 272, [435, 248, 249, 250, 319, 447, 29, 425, 426, 427, 321, 323, 298]),
        Architecture.Arm64 => Assembled(0xC00000B7, clone: 220, unshare: 97, [435, 217, 218, 219, 279, 447, 194, 425, 426, 427, 280, 282, 241]),
        _ => null,
    };

    private static byte[] Assembled(uint processor, uint clone, uint unshare, uint[] missing)
    {
        const ushort load = 0x20, equal = 0x15, atLeast = 0x35, anyBit = 0x45, end = 0x06;
        const uint number = 0, architecture = 4, firstArgument = 16;
        var flags = 6 + missing.Length; // the steps below, by their places
        var (allow, unknown, refuse) = (flags + 2, flags + 3, flags + 4);
        (ushort Code, int? Yes, int? No, uint Operand)[] steps =
        [
            (load, null, null, architecture),
            (equal, null, refuse, processor),
            (load, null, null, number),
            (atLeast, refuse, null, OtherInterface),
            .. missing.Select(call => ((ushort)equal, (int?)unknown, (int?)null, call)),
            (equal, flags, null, clone),
            (equal, null, allow, unshare),
            (load, null, null, firstArgument),
            (anyBit, refuse, null, NewUserNamespace),
            (end, null, null, Allow),
            (end, null, null, Unknown),
            (end, null, null, Refuse),
        ];
        var bytes = new byte[8 * steps.Length];
        foreach (var (index, step) in steps.Index())
        {
            var at = bytes.AsSpan(8 * index);
            BinaryPrimitives.WriteUInt16LittleEndian(at, step.Code);
            // So many steps are left out; none where the next one follows.
            (at[2], at[3]) = ((byte)((step.Yes ?? index + 1) - index - 1), (byte)((step.No ?? index + 1) - index - 1));
            BinaryPrimitives.WriteUInt32LittleEndian(at[4..], step.Operand);
        }

        return bytes;
    }
}
