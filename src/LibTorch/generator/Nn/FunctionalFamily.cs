using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp.Generation.Nn;

/// <summary>torch.nn.functional, from tables/functional.txt.</summary>
internal static partial class FunctionalFamily
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IEnumerable<(string name, string text)> Files()
    {
        var operators = new SortedSet<string>(StringComparer.Ordinal);
        var members = string.Concat(Table.Lines("functional.txt").Select(line => Functions(line, operators)));
        var fields = string.Join('\n', operators.Select(op => $"public static readonly Operator {Identifier(op)} = new({Quoted(op)});"));
        yield return ("functional", Template.Fill("functional.template", new() { ["members"] = members.TrimEnd(), ["operators"] = fields }));
    }

    private static string Functions(string line, SortedSet<string> operators)
    {
        var (signature, documented) = Cut(line, " = ", line.IndexOf(") = ", StringComparison.Ordinal) + 1);
        var (body, doc) = Cut(documented, " | ", 0);
        var head = Head().Match(signature);
        var (name, parameters) = (head.Groups["name"].Value, Parameter.Parse(head.Groups["parameters"].Value));
        var result = head.Groups["result"].Value is { Length: > 0 } given ? given.Trim() : "Tensor";
        var text = new StringBuilder();
        text.Append($"/// <summary>{Xml(doc)}</summary>\npublic static {result} {name}({string.Join(", ", parameters)}) =>\n");
        text.Append($"    {Body(body, parameters, operators)};\n\n");
        if (head.Groups["sizes"].Length == 0) return text.ToString();
        var types = string.Join(", ", parameters.Select(p => p.Type.EndsWith("[]?", StringComparison.Ordinal) ? p.Type[..^1] : p.Type));
        foreach (var (overload, arguments) in Parameter.Sized(parameters, int.Parse(head.Groups["sizes"].Value)))
        {
            text.Append($"/// <inheritdoc cref=\"{name}({types})\"/>\npublic static {result} {name}({overload}) =>\n    {name}({arguments});\n\n");
        }
        return text.ToString();
    }

    // The operators a body calls become fields, and tensors that must be there are checked.
    private static string Body(string body, List<Parameter> parameters, SortedSet<string> operators)
    {
        body = InPlace().Replace(body, match =>
        {
            var (kind, op, self, rest) = (match.Groups["kind"], match.Groups["op"], match.Groups["self"], match.Groups["rest"]);
            return $"inplace ? Alias(@!{op}_({self}, {self}{rest})) : @{kind}{op}({self}{rest})";
        });
        body = SchemaDefault().Replace(body, "Given(${name})");
        var required = parameters.Where(parameter => parameter.Type == "Tensor" && body.Contains('@')).Select(parameter => parameter.Name);
        foreach (var name in required)
        {
            body = Regex.Replace(body, $@"(?<call>@[!12]?[\w.]+\(([^@]*, )?){name}(?=[,)])", $"${{call}}NotNull({name})", RegexOptions.ExplicitCapture, Patience);
        }
        return Call().Replace(body, match =>
        {
            operators.Add(match.Groups["op"].Value);
            var method = match.Groups["kind"].Value switch { "!" => "InPlace", "1" => "Unary", "2" => "CallTwo", _ => "Call" };
            return $"Op.{Identifier(match.Groups["op"].Value)}.{method}(";
        });
    }

    private static (string, string) Cut(string text, string at, int from)
    {
        var position = text.IndexOf(at, from, StringComparison.Ordinal);
        return (text[..position], text[(position + at.Length)..]);
    }

    private static string Identifier(string op) => "@" + op.Replace('.', '_');
    private static string Quoted(string op) => $"\"{op.Split('.')[0]}\", \"{string.Join('.', op.Split('.').Skip(1))}\"";
    private static string Xml(string doc) => doc.Replace("&", "&amp;").Replace("<", "&lt;");

    [GeneratedRegex(@"^(?<result>\(.*?\) )?(?<name>\w+)(\[(?<sizes>\d)\])?\((?<parameters>.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"@~(?<kind>1?)(?<op>\w+)\((?<self>\w+)(?<rest>.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InPlace();

    [GeneratedRegex(@"(?<=[(,] ?)\?(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SchemaDefault();

    [GeneratedRegex(@"@(?<kind>[!12]?)(?<op>(?!\d)[\w.]+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();
}
