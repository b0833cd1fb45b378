using System.Text.Json;
using HitSongs.Demonstrations;

namespace HitSongs.Compiling;

/// <summary>Compiler input.</summary>
/// <param name="Sources">The first is the one whose lines errors are told with.</param>
/// <param name="References">Paths of all assemblies that it may use, the framework's too.</param>
/// <param name="Symbols">What `#if` finds defined.</param>
internal sealed record CompileRequest(IReadOnlyList<SourceFile> Sources, IReadOnlyList<string> References, IReadOnlyList<string> Symbols)
{
    /// <summary>Paths of the source generators' assemblies that it may use.</summary>
    public IReadOnlyList<string> Generators { get; init; } = [];

    /// <summary>Whether it has an entry point.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Without optimization every statement keeps the line that a crash is told with.</summary>
    public bool Optimized { get; init; }

    /// <summary>JSON format of requests and replies.</summary>
    public static JsonSerializerOptions Json => Protocol.Json;
}

/// <param name="Name">As errors and stacks name it.</param>
internal sealed record SourceFile(string Name, string Text);

/// <summary>Compiler output: an assembly with embedded symbols, or the first error.</summary>
internal sealed record CompileReply(byte[]? Assembly, CompileError? Error);

/// <param name="Message">The error's number and text, in English.</param>
/// <param name="File">The name of the source that it is in; null where it is in none, such as a missing entry point.</param>
/// <param name="Line">Of that file as it was given, from 1, whatever `#line` says; null where it is in none.</param>
internal sealed record CompileError(string Message, string? File, int? Line);
