using System.Globalization;
using System.Text.RegularExpressions;
using HitSongs.Collecting.Untrusted;

namespace HitSongs.Collecting.Run;

/// <summary>Reads what C++ and .NET write to standard error when they end a process.</summary>
internal static partial class CrashText
{
    /// <summary>Message of the C++ exception that nobody caught: the first line of its what(). libtorch adds its own stack, which helps no author.</summary>
    public static string? What(string output) => WhatLine().Matches(output) is { Count: > 0 } found ? found[^1].Groups["what"].Value.Trim() : null;

    /// <summary>Whether .NET said so as the first of what was written to standard error, or after little else.</summary>
    public static bool SaysStackOverflow(string output) =>
        output.AsSpan(0, Math.Min(output.Length, 1 << 16)).Contains("Stack overflow.\n", StringComparison.Ordinal);

    /// <summary>Whether memory was what was missing.</summary>
    public static bool SaysOutOfMemory(string output) =>
        output.Contains("Out of memory", StringComparison.Ordinal)
        || (
            What(output) is { } what && (what.Contains("DefaultCPUAllocator", StringComparison.Ordinal) || what.Contains("bad_alloc", StringComparison.Ordinal))
        );

    /// <summary>Why a process without a result ended, to go behind its exit code; empty where nothing says so.</summary>
    public static string Of(int exitCode, string output)
    {
        var said = Fatal().Matches(output) is { Count: > 0 } found ? found[^1].Value : What(output);
        return (said, exitCode) switch
        {
            ({ } text, _) => $": {UntrustedText.OneLine(text)}",
            // TorchSharp does not keep the tensors of an array alive while libtorch works on them.
            (null, 139) => ": native code reached for memory that is not there, perhaps of a tensor that was freed while in use: "
                + "keep tensors that you pass in arrays (to cat or stack) in variables",
            _ => "",
        };
    }

    /// <summary>The program's innermost line on the stack that .NET wrote; null where there is none.</summary>
    public static int? Line(string output) =>
        Fatal().Matches(output) is { Count: > 0 } found && ProgramLine().Match(output, found[^1].Index) is { Success: true } line
            ? int.Parse(line.Groups["line"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"program\.cs:line (?<line>[0-9]{1,6})$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProgramLine();

    [GeneratedRegex(
        @"^terminate called after throwing an instance of '[^'\n]*'\n\s*what\(\):(?<what>.*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhatLine();

    // Each is the last thing that .NET writes; the lines below it, down to the stack, say more.
    [GeneratedRegex(
        @"^(Stack overflow\.|Process terminated\.|Fatal error\.|Unhandled exception\.).*(\n(?!\s+at ).+){0,3}",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fatal();
}
