using System.Text.RegularExpressions;

namespace HitSongs.Collecting.Run;

/// <summary>Log of libtorch on standard error.</summary>
internal static partial class NativeLog
{
    /// <summary>Leaves out of its lines when they were written and by which thread, so that the same program prints the same.</summary>
    public static string WithoutTimes(string output) => Prefix().Replace(output, "[${level} ${place}]");

    // As in "[W1201 01:27:52.836062101 TensorBody.h:498] Warning: …" (c10/util/Logging.cpp): level, month and day, time, thread if any, file and line.
    [GeneratedRegex(
        @"^\[(?<level>[IWEF])[0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{1,9} (?:[0-9]{1,9} )?(?<place>[A-Za-z0-9_.]+:[0-9]+)\]",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
