using System.Text.RegularExpressions;

namespace TorchSharp.Generation;

/// <summary>
/// The C# declarations of the shim's functions, from their definitions in native/*.cpp. What begins with a tensor or a generator also
/// comes, without ts_, as a function of the object: it keeps the object alive, and throws the native side's message.
/// </summary>
internal static partial class NativeFamily
{
    private static readonly string[] Sources =
        [.. typeof(NativeFamily).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".cpp", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static IEnumerable<(string name, string text)> Files()
    {
        var definitions = Sources.SelectMany(source => Definition().Matches(Table.Text(source))).ToList();
        yield return ("native", "namespace TorchSharp;\n\ninternal static unsafe partial class Native\n{\n" + string.Concat(definitions.Select(Declare))
            + string.Concat(definitions.Where(IsOfObject).Select(OfObject))
            + $"}}\n\n/// <summary>What a value holds.</summary>\ninternal enum Tag {{ {Tags().Match(Table.Text("operators.cpp")).Groups["names"].Value.Replace("OneTensor", "Tensor")} }}\n");
    }

    private static string Declare(Match definition)
    {
        var quick = definition.Groups["kind"].Value == "TS_QUICK" ? ", SuppressGCTransition" : "";
        var utf8 = definition.Groups["parameters"].Value.Contains("const char*", StringComparison.Ordinal) ? ", StringMarshalling = StringMarshalling.Utf8" : "";
        return $"    [LibraryImport(Library{utf8}){quick}] public static partial {Type(definition.Groups["type"].Value)} {definition.Groups["name"].Value}"
            + $"({string.Join(", ", Parameters(definition).Select(p => $"{(p.Type == "const char*" ? "string" : Type(p.Type))} {p.Name}"))});\n";
    }

    private static bool IsOfObject(Match definition) =>
        Parameters(definition).FirstOrDefault() is ({ } type, _) && Object(type) is not null && !definition.Groups["name"].Value.EndsWith("_free", StringComparison.Ordinal);

    private static string OfObject(Match definition)
    {
        var (type, name, parameters) = (Type(definition.Groups["type"].Value), definition.Groups["name"].Value, Parameters(definition));
        var operation = name.Replace("ts_", "").Replace("generator_", "");
        var given = parameters.Select((p, i) => $"{Object(p.Type) ?? Type(p.Type)}{(i > 0 && Object(p.Type) is not null ? "?" : "")} {p.Name}");
        var passed = parameters.Select((p, i) => Object(p.Type) is null ? p.Name : i == 0 ? $"{p.Name}.Handle" : $"{p.Name}?.Handle ?? 0");
        var call = $"{name}({string.Join(", ", passed)});";
        var alive = string.Concat(parameters.Where(p => Object(p.Type) is not null).Select(p => $" GC.KeepAlive({p.Name});"));
        var result = type == "void" ? "" : type is "int" or "nint" ? $" return Check(result, \"{operation}\");" : " return result;";
        return $"    public static {type} {operation}({string.Join(", ", given)}) {{ {(type == "void" ? "" : "var result = ")}{call}{alive}{result} }}\n";
    }

    private static List<(string Type, string Name)> Parameters(Match definition) =>
        [.. definition.Groups["parameters"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(parameter =>
        {
            var at = parameter.LastIndexOf(' ');
            return (parameter[..at].Trim(), Underscore().Replace(parameter[(at + 1)..], match => match.Value[1..].ToUpperInvariant()));
        })];

    private static string? Object(string type) => type switch { "Handle" => "torch.Tensor", "const at::Generator*" => "torch.Generator", _ => null };

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
