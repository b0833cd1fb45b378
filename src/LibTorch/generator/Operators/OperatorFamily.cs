using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp.Generation;

/// <summary>The operators of libtorch as methods and functions, from its own schemas and tables/operators.txt.</summary>
public static partial class OperatorFamily
{
    private static readonly string[] Preferred = ["", "Tensor", "int", "self", "dim"];

    /// <summary>The table this program was built with.</summary>
    public static IReadOnlyList<string> Rules => [.. Table.Lines("operators.txt")];

    /// <summary>The first lines of every file, which name the libtorch it was made from.</summary>
    public static string Header(string version) => Generator.Header($"the operators of libtorch {version} and generator/tables/operators.txt");

    /// <summary>File names and texts.</summary>
    /// <param name="schemas">What the dispatcher knows, a schema a line.</param>
    /// <exception cref="InvalidDataException">A rule fits no operator of this libtorch.</exception>
    public static IReadOnlyDictionary<string, string> Run(string version, string schemas, IEnumerable<string> rules)
    {
        var known = Schema.Parse(schemas);
        var code = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        StringBuilder File(string name) => code.TryGetValue(name, out var text) ? text : code[name] = new();
        List<string> faults = [], named = [];
        foreach (var rule in Rule.Parse(rules))
        {
            if (rule.Place == "operators") named.Add(rule.Overload is null ? rule.Name : $"{rule.Name}_{rule.Overload}");
            else Write(rule, known, File, faults);
        }
        if (faults.Count > 0) throw new InvalidDataException(string.Join('\n', faults));

        var files = code.ToDictionary(part => part.Key + ".g.cs", part => Header(version) + Wrap(part.Key, part.Value.ToString()), StringComparer.Ordinal);
        files["Aten.g.cs"] = Header(version) + Operators(known, files.Values, named);
        return files;
    }

    private static void Write(Rule rule, ILookup<string, Schema> known, Func<string, StringBuilder> file, List<string> faults)
    {
        try
        {
            var candidates = Candidates(rule, known);
            var isFunction = rule.Prefix == "F" || rule.Place != "torch";
            var parameters = rule.Parameters ?? Derive(candidates, skipSelf: rule.Prefix != "F");
            var self = rule.Prefix == "F" ? null : isFunction ? "input" : "this";
            var (body, returns) = Body(rule, candidates, parameters, self);
            var name = Parameter.Escape(rule.Name);
            if (isFunction)
            {
                var list = string.Join(", ", (rule.Prefix == "F" ? [] : new[] { "Tensor input" }).Concat(parameters.Select(p => p.Declare(p.FunctionName))));
                file(rule.Place).Append($"        public static {returns} {name}({list}) => {body};\n");
                return;
            }
            file("Tensor").Append($"            public {returns} {name}({string.Join(", ", parameters.Where(p => p.Name.Length > 0).Select(p => p.Declare(p.Name)))}) => {body};\n");
            if (rule.Prefix == "M") return;
            var function = string.Join(", ", parameters.Select(p => p.Declare(p.FunctionName)).Prepend($"Tensor {rule.Prefix}"));
            var passed = string.Join(", ", parameters.Where(p => p.Name.Length > 0).Select(p => Parameter.Escape(p.FunctionName)));
            file("torch").Append($"        public static {returns} {name}({function}) => NotNull({rule.Prefix}).{name}({passed});\n");
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or FormatException)
        {
            faults.Add($"{rule.Line}: {e.Message}");
        }
    }

    private static (string body, string returns) Body(Rule rule, List<Schema> candidates, IReadOnlyList<Parameter> parameters, string? self)
    {
        if (rule.Body is { } written)
        {
            var op = candidates.FirstOrDefault(schema => schema.Overload == (rule.Overload ?? "")) ?? (candidates.Count > 0 ? candidates[0] : null);
            var text = written.Replace("$op", $"Aten.{op?.Property}", StringComparison.Ordinal).Replace("$name", Parameter.Escape(rule.Name), StringComparison.Ordinal);
            return (text, rule.Returns ?? "Tensor");
        }
        var binding = Binding.Find(candidates, parameters, self)
            ?? throw new InvalidDataException($"fits none of: {string.Join("; ", candidates.Select(schema => $"{schema.Property}({string.Join(", ", schema.Arguments.Select(a => $"{a.Type} {a.Name}"))})"))}");
        return (binding.Call(), binding.Returns(rule.Returns));
    }

    private static List<Schema> Candidates(Rule rule, ILookup<string, Schema> known)
    {
        var overloads = known[$"{rule.Place}_{rule.Target}"].Concat(known[rule.Target]).Where(schema => rule.Overload is null || schema.Overload == rule.Overload).ToList();
        if (overloads.Count == 0 && rule.Body is null) throw new InvalidDataException($"there is no operator {rule.Target}{(rule.Overload is null ? "" : "." + rule.Overload)}");
        // A namespace's own operator goes before the general one of that name.
        return overloads.Any(schema => schema.Name.StartsWith(rule.Place + "_", StringComparison.Ordinal))
            ? [.. overloads.Where(schema => schema.Name.StartsWith(rule.Place + "_", StringComparison.Ordinal))] : overloads;
    }

    private static List<Parameter> Derive(List<Schema> candidates, bool skipSelf)
    {
        var fitting = candidates.Where(schema => !schema.HasOut && !schema.Arguments.Any(a => a.Type.StartsWith("Dimname", StringComparison.Ordinal))).ToList();
        var schema = Preferred.Select(overload => fitting.Find(s => s.Overload == overload)).FirstOrDefault(found => found is not null)
            ?? throw new InvalidDataException("there is no plain overload");
        var parameters = schema.Arguments.Skip(skipSelf ? 1 : 0).Select(Conversion.ParameterFor).OfType<Parameter>().ToList();
        candidates.RemoveAll(other => other != schema);
        return parameters;
    }

    private static string Wrap(string name, string members)
    {
        var text = "namespace TorchSharp;\n\npublic static partial class torch\n{\n";
        return name.Split('.')[0] switch
        {
            "torch" => text + members + "}\n",
            "Tensor" => text + "    public partial class Tensor\n    {\n" + members + "    }\n}\n",
            _ => text + $"    public static partial class {name}\n    {{\n{members}    }}\n}}\n",
        };
    }

    // Each is looked up when it is first used; until then it costs nothing.
    private static string Operators(ILookup<string, Schema> known, IEnumerable<string> files, List<string> named)
    {
        var used = files.SelectMany(text => Mention().Matches(text).Select(match => match.Groups["name"].Value)).Concat(named).Distinct().Order(StringComparer.Ordinal);
        var all = known.SelectMany(group => group).GroupBy(schema => schema.Property, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var text = new StringBuilder("namespace TorchSharp;\n\n/// <summary>The dispatcher's operators that the generated code calls.</summary>\ninternal static class Aten\n{\n");
        foreach (var property in used)
        {
            if (!all.TryGetValue(property, out var schemas)) throw new InvalidDataException($"there is no operator {property}");
            if (schemas.Count > 1) throw new InvalidDataException($"{property} stands for {schemas.Count} operators");
            text.Append($"    internal static Operator {property} => field ??= new(\"{schemas[0].Name}\", \"{schemas[0].Overload}\");\n");
        }
        return text.Append("}\n").ToString();
    }

    [GeneratedRegex(@"\bAten\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}
