using System.Runtime.InteropServices;

namespace HitSongs;

/// <summary>Reads files that a stranger laid down: regular files only, never more than a bound, never through a link.</summary>
/// <remarks>A device or a pipe may never end, or block the one who opens it.</remarks>
internal static partial class RegularFile
{
    private const int AtFdcwd = -100;
    private const int SymlinkNofollow = 0x100;
    private const uint TypeMask = 1;
    private const int TypeBits = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Size of <c>struct statx</c>, the same on every processor (linux/stat.h).</summary>
    private const int StatxBytes = 256;

    /// <summary>Where <c>stx_mode</c> lies in it.</summary>
    private const int ModeOffset = 28;

    /// <summary>The start of the file, at most <paramref name="limit"/> bytes; null where it is missing, unreadable, or no regular file.</summary>
    public static byte[]? Read(string path, int limit)
    {
        try
        {
            if (!Is(path))
            {
                return null;
            }

            using var stream = File.OpenRead(path);
            var buffer = new byte[Math.Min(limit, stream.Length)];
            return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>For a path that the user names: why no regular file lies there, nor where a link there leads to; null where one does.</summary>
    public static string? Fault(string path)
    {
        if (Directory.Exists(path))
        {
            return "this is a folder and no file";
        }

        var named = new FileInfo(path);
        FileSystemInfo? target;
        try
        {
            target = named.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return "there is no such file";
        }
        catch (IOException)
        {
            return "this is a link that leads back to itself";
        }

        return target is { Exists: false } ? "this is a link to a file that is not there"
            : !named.Exists ? "there is no such file"
            : Is(target?.FullName ?? path) ? null
            : "this is a pipe or a device and no file";
    }

    /// <summary>Refuses what would never end or never begin to be read, before it is opened.</summary>
    /// <exception cref="InvalidInputException">Something else than a regular file lies at a path that the user names. A missing file is left to its
    /// reader.</exception>
    public static void Check(string path, string shown)
    {
        // The usual case first, by one call of the system: regrading asks for thousands.
        if (!Is(path) && File.Exists(path) && Fault(path) is { } fault)
        {
            throw new InvalidInputException(shown, null, fault, "Put a file in its place");
        }
    }

    /// <summary>Whether a regular file lies there: no link, folder, device, pipe or socket.</summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new FileInfo(path) is { Exists: true, LinkTarget: null, Length: > 0 };
        }

        Span<byte> found = stackalloc byte[StatxBytes];
        return Statx(AtFdcwd, path, SymlinkNofollow, TypeMask, ref MemoryMarshal.GetReference(found)) == 0
            && (MemoryMarshal.Read<ushort>(found[ModeOffset..]) & TypeBits) == Regular;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte found);
}
