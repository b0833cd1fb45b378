using System.Text.RegularExpressions;

namespace TorchSharp.Generation;

/// <summary>The C# declarations of the shim's functions, from their definitions in native/*.cpp.</summary>
internal static partial class NativeFamily
{
    private static readonly string[] Sources =
        [.. typeof(NativeFamily).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".cpp", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static IEnumerable<(string name, string text)> Files()
    {
        var declarations = Sources.SelectMany(source => Definition().Matches(Table.Text(source))).Select(Declare);
        yield return ("native", "namespace TorchSharp;\n\ninternal static unsafe partial class Native\n{\n" + string.Concat(declarations)
            + $"}}\n\n/// <summary>What a value holds.</summary>\ninternal enum Tag {{ {Tags().Match(Table.Text("operators.cpp")).Groups["names"].Value.Replace("OneTensor", "Tensor")} }}\n");
    }

    private static string Declare(Match definition)
    {
        var quick = definition.Groups["kind"].Value == "TS_QUICK" ? ", SuppressGCTransition" : "";
        var list = definition.Groups["parameters"].Value;
        var utf8 = list.Contains("const char*", StringComparison.Ordinal) ? ", StringMarshalling = StringMarshalling.Utf8" : "";
        var parameters = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(parameter =>
        {
            var at = parameter.LastIndexOf(' ');
            return $"{(parameter.StartsWith("const char*", StringComparison.Ordinal) ? "string" : Type(parameter[..at]))} {Underscore().Replace(parameter[(at + 1)..], match => match.Value[1..].ToUpperInvariant())}";
        });
        return $"    [LibraryImport(Library{utf8}){quick}] public static partial {Type(definition.Groups["type"].Value)} {definition.Groups["name"].Value}"
            + $"({string.Join(", ", parameters)});\n";
    }

    // A handle of whatever kind is a number; what is read or written here keeps its type.
    private static string Type(string type) => type.Trim() switch
    {
        "const void*" => "void*",
        var cpp => cpp.Replace("const ", "") switch
        {
            "int64_t" => "long",
            "uint64_t" => "ulong",
            "int64_t*" => "long*",
            "char*" => "byte*",
            "Handle*" => "nint*",
            "Handle" or "Operator*" or "at::Generator*" or "void*" => "nint",
            var same => same,
        },
    };

    [GeneratedRegex(@"^(?<kind>TS_API|TS_QUICK) (?<type>[^(]*?)(?<name>ts_\w+)\((?<parameters>[^)]*)\) \{", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^enum Tag : int32_t \{ (?<names>[^}]*) \};", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("_[a-z]", RegexOptions.None, 1000)]
    private static partial Regex Underscore();
}
