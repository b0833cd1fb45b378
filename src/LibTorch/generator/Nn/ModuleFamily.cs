using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp.Generation.Nn;

/// <summary>Modules, and the functions of torch.nn that make them, from tables/modules.txt.</summary>
internal static partial class ModuleFamily
{
    public static IEnumerable<(string name, string text)> Files()
    {
        var (factories, classes) = (new StringBuilder(), new StringBuilder());
        var lines = Table.Lines("modules.txt").ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i][0] == '@')
            {
                classes.Append(FromTemplate(lines[i]));
                continue;
            }
            var parts = lines[i].Split(" | ");
            var apart = parts.Length > 1 ? -1 : lines[i].IndexOf(") => ", StringComparison.Ordinal);
            if (apart > 0)
            {
                var open = lines[i].IndexOf('(');
                factories.Append(Factory(lines[i][..open], lines[i][(open + 1)..apart], lines[i][(apart + 5)..].Replace("functional.", "nn.functional.")));
                continue;
            }
            var head = Head().Match(parts[0]);
            var (name, parameters) = (head.Groups["name"].Value, Parameter.Parse(head.Groups["parameters"].Value));
            var own = new List<(string parameters, string arguments)> { (string.Join(", ", parameters), string.Join(", ", parameters.Select(p => p.Name))) };
            if (head.Groups["sizes"].Length > 0) own.AddRange(Parameter.Sized(parameters, int.Parse(head.Groups["sizes"].Value)));
            var members = new List<string>();
            for (; i + 1 < lines.Count && lines[i + 1][0] is '+' or '!' or '&'; i++)
            {
                var line = lines[i + 1][2..];
                if (lines[i + 1][0] == '&')
                {
                    members.Add(line);
                    continue;
                }
                if (lines[i + 1][0] == '!') own.Clear();
                var halves = line.Split(" => ", 2);
                own.Add((halves[0][1..^1], halves[1]));
            }
            foreach (var (given, arguments) in own) factories.Append(Factory(name, given, arguments.Replace("functional.", "nn.functional.")));
            if (parts.Length > 1) classes.Append(Class(name, parameters, parts, members));
        }
        yield return ("modules", Template.Fill("modules.template", new() { ["factories"] = factories.ToString().TrimEnd(), ["classes"] = classes.ToString().TrimEnd() }));
    }

    private static string Factory(string name, string given, string arguments) =>
        $"/// <inheritdoc cref=\"Modules.{name}\"/>\npublic static {name} {name}({given}) =>\n    new({arguments});\n\n";

    // "@template name: value | name: value"
    private static string FromTemplate(string line)
    {
        var halves = line.Split(' ', 2);
        return Template.Fill(halves[0][1..] + ".template", halves[1].Split(" | ").Select(part => part.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]));
    }

    private static string Class(string name, List<Parameter> parameters, string[] parts, List<string> members)
    {
        var (inputs, body) = (parts[1], parts[2]);
        var isLoss = name.EndsWith("Loss", StringComparison.Ordinal);
        var weighted = isLoss && parameters.Exists(p => p.Name == "weight");
        var forward = inputs.Split(", ").Select(input => input.Contains(' ') ? input : "Tensor " + input).ToList();
        var types = string.Join(", ", forward.Select(input => input.Split(' ')[0]).Append("Tensor"));
        var own = parameters.Where(p => !isLoss || p.Name is not ("weight" or "reduction")).ToList();
        var checks = name.Contains("Dropout", StringComparison.Ordinal)
            ? "if (p is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), $\"a dropout probability lies between 0 and 1, {p} does not\");\n" : "";
        if (types.Contains("long[]?", StringComparison.Ordinal))
        {
            members.Add($"public new Tensor call({string.Join(", ", forward)}) => base.call({string.Join(", ", forward.Select(input => input.Split(' ')[1]))});");
        }
        return Template.Fill("module.template", new()
        {
            ["doc"] = parts[3].Replace("&", "&amp;").Replace("<", "&lt;"),
            ["name"] = name,
            ["base"] = $"{(weighted ? "WeightedLoss" : isLoss ? "Loss" : "ParameterLessModule")}<{types}>",
            ["visibility"] = isLoss ? "public" : "internal",
            ["given"] = isLoss ? string.Join(", ", parameters) : string.Join(", ", parameters.Select(p => p.Bare)),
            ["passed"] = isLoss ? weighted ? "weight, reduction" : "reduction" : $"nameof({name})",
            ["assignments"] = checks + string.Join('\n', own.Select(p => $"this.{p.Name} = {p.Name}{(p.Type == "Tensor?" ? "?.DetachFromDisposeScope()" : "")};")),
            ["properties"] = string.Concat(own.Select(p => $"public {p.Type} {p.Name} {(isLoss ? "{ get; }" : "{ get; set; }")}\n\n")),
            ["members"] = string.Concat(members.Select(member => member + (member.StartsWith("///", StringComparison.Ordinal) ? "\n" : "\n\n"))),
            ["forward"] = string.Join(", ", forward),
            ["body"] = Qualified().IsMatch(body) ? body : "functional." + body,
        });
    }

    [GeneratedRegex(@"^(?<name>\w+)(\[(?<sizes>\d)\])?\((?<parameters>.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\w+\.", RegexOptions.None, 1000)]
    private static partial Regex Qualified();
}
