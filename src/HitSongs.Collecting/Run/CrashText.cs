using System.Text.RegularExpressions;

namespace HitSongs.Collecting.Run;

/// <summary>Reads what C++ and .NET write to standard error when they end a process.</summary>
internal static partial class CrashText
{
    /// <summary>What the exception of C++ said that nobody caught: the first line of its what(). libtorch adds its own stack, which helps no author.</summary>
    public static string? What(string output) => WhatLine().Matches(output) is { Count: > 0 } found ? found[^1].Groups["what"].Value.Trim() : null;

    /// <summary>Whether memory was what was missing.</summary>
    public static bool SaysOutOfMemory(string output) =>
        output.Contains("Out of memory", StringComparison.Ordinal)
        || (What(output) is { } what && (what.Contains("DefaultCPUAllocator", StringComparison.Ordinal) || what.Contains("bad_alloc", StringComparison.Ordinal)));

    /// <summary>Why a process without a result ended, to go behind its exit code; empty where nothing says so.</summary>
    public static string Of(int exitCode, string output)
    {
        var said = Fatal().Matches(output) is { Count: > 0 } found ? found[^1].Value : What(output);
        return (said, exitCode) switch
        {
            ({ } text, _) => $": {ProgramRunner.OneLine(text)}",
            (null, 139) => ": native code reached for memory that it does not have",
            _ => "",
        };
    }

    [GeneratedRegex(@"^terminate called after throwing an instance of '[^'\n]*'\n\s*what\(\):(?<what>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhatLine();

    // Each is the last thing that .NET writes; the line below says more where the first one ends in a full stop of its own.
    [GeneratedRegex(@"^(Stack overflow\.|Process terminated\.|Fatal error\.|Unhandled exception\.).*(\n(?!\s+at ).+)?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fatal();
}
