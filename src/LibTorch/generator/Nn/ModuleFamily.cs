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
            var written = new Written([], [], [], []);
            for (; i + 1 < lines.Count && lines[i + 1][0] is '+' or '!' or '&' or '*' or '=' or ':' or '-'; i++)
            {
                var line = lines[i + 1][2..];
                if (written.Take(lines[i + 1][0], line)) continue;
                if (lines[i + 1][0] == '!') own.Clear();
                var halves = line.Split(" => ", 2);
                own.Add((halves[0][1..^1], halves[1]));
            }
            foreach (var (given, arguments) in own) factories.Append(Factory(name, given, arguments.Replace("functional.", "nn.functional.")));
            if (parts.Length > 1) classes.Append(Class(name, parameters, parts, written));
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

    private static string Class(string name, List<Parameter> parameters, string[] parts, Written written)
    {
        var (inputs, body, members) = (parts[1], parts[2], written.Members);
        var isLoss = name.EndsWith("Loss", StringComparison.Ordinal);
        var weighted = isLoss && parameters.Exists(p => p.Name == "weight");
        var forward = inputs.Split(", ").Select(input => input.Contains(' ') ? input : "Tensor " + input).ToList();
        var types = string.Join(", ", forward.Select(input => input.Split(' ')[0]).Append("Tensor"));
        var trained = written.Base.Count > 0;
        var own = parameters.Where(p => !written.Forgotten.Contains(p.Name) && (!isLoss || p.Name is not ("weight" or "reduction"))).ToList();
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
            ["base"] = trained ? written.Base[0][..written.Base[0].IndexOf('(')] : $"{(weighted ? "WeightedLoss" : isLoss ? "Loss" : "ParameterLessModule")}<{types}>",
            ["visibility"] = isLoss ? "public" : "internal",
            ["given"] = isLoss ? string.Join(", ", parameters) : string.Join(", ", parameters.Select(p => p.Bare)),
            ["passed"] = trained ? written.Base[0][(written.Base[0].IndexOf('(') + 1)..^1] : isLoss ? weighted ? "weight, reduction" : "reduction" : $"nameof({name})",
            ["assignments"] = checks + string.Join('\n', own.Select(p => $"this.{p.Name} = {p.Name}{(p.Type == "Tensor?" ? "?.DetachFromDisposeScope()" : "")};").Concat(written.Statements)),
            ["properties"] = string.Concat(own.Select(p => $"public {p.Type} {p.Name} {(isLoss ? "{ get; }" : "{ get; set; }")}\n\n")),
            ["members"] = string.Concat(members.Select(member => member + (member.StartsWith("///", StringComparison.Ordinal) ? "\n" : "\n\n"))),
            ["forward"] = string.Join(", ", forward),
            ["body"] = Qualified().IsMatch(body) ? body : "functional." + body,
        });
    }

    /// <summary>What the lines below a module's own say of its class.</summary>
    /// <param name="Base">The base class with what is passed to it, for a class with something to train.</param>
    /// <param name="Statements">What the constructor does at its end.</param>
    /// <param name="Forgotten">The parameters that become no properties.</param>
    private sealed record Written(List<string> Base, List<string> Members, List<string> Statements, List<string> Forgotten)
    {
        /// <summary>Whether a line of this kind speaks of the class.</summary>
        public bool Take(char kind, string line)
        {
            switch (kind)
            {
                case ':': Base.Add(line); return true;
                case '=': Statements.Add(line); return true;
                case '&': Members.Add(line); return true;
                case '*': Train(line); return true;
                case '-': Forgotten.AddRange(line.Split(", ")); return true;
                default: return false;
            }
        }

        // "name[shape]", or "name[shape] if condition", and what it is.
        private void Train(string line)
        {
            var match = Trained().Match(line);
            var (name, doc, isOptional) = (match.Groups["name"].Value, match.Groups["doc"].Value, match.Groups["condition"].Length > 0);
            Statements.Add($"{(isOptional ? $"if ({match.Groups["condition"].Value}) " : "")}NewParameter(\"{name}\", dtype, device, {match.Groups["shape"].Value});");
            if (doc.Length > 0) Members.Add($"/// <summary>{doc}</summary>");
            Members.Add(isOptional
                ? $"public Parameter? {name} {{ get => OwnParameter(\"{name}\"); set => Replace(\"{name}\", value); }}"
                : $"public Parameter {name} {{ get => OwnParameter(\"{name}\")!; set => Replace(\"{name}\", value ?? throw new ArgumentNullException(nameof(value))); }}");
        }
    }

    [GeneratedRegex(@"^(?<name>\w+)\[(?<shape>[^\]]*)\]( if (?<condition>[^|]+))?( \| (?<doc>.*))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trained();

    [GeneratedRegex(@"^(?<name>\w+)(\[(?<sizes>\d)\])?\((?<parameters>.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\w+\.", RegexOptions.None, 1000)]
    private static partial Regex Qualified();
}
