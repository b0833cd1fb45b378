using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp.Generation;

/// <summary>The schedules of learning rates, from tables/schedulers.txt.</summary>
internal static partial class SchedulerFamily
{
    public static IEnumerable<(string name, string text)> Files()
    {
        var (functions, classes) = (new StringBuilder(), new StringBuilder());
        foreach (var parts in Table.Lines("schedulers.txt").Select(line => line.Split(" | ")))
        {
            var open = parts[0].IndexOf('(');
            var (name, list, doc) = (parts[0][..open], parts[0][(open + 1)..^1], Reference().Replace(parts[^1], "<paramref name=\"${name}\"/>"));
            var isFormula = parts.Length > 2;
            if (isFormula) list = $"Optimizer optimizer, {list}, int last_epoch = -1, bool verbose = false";
            var one = Nn.Parameter.Parse(list.Replace("*", ""));
            functions.Append($"/// <summary>{doc}</summary>\n").Append(Function(name, one));
            var isPerGroup = list.Contains('*');
            var each = one.ConvertAll(p => list.Contains($"{p.Type}* {p.Name}", StringComparison.Ordinal) ? Each(p) : p);
            if (isFormula) classes.Append($"/// <inheritdoc cref=\"lr_scheduler.{name}\"/>\npublic {(isPerGroup ? "partial " : "")}class {name}({string.Join(", ", each)})\n")
                .Append($"    : LRScheduler(optimizer, last_epoch, verbose{string.Concat(parts[1..^1].Select(formula => $",\n        at => {formula}"))});\n\n");
            if (!isPerGroup) continue;
            if (!isFormula) functions.Append($"/// <inheritdoc cref=\"{name}({Types(one)})\"/>\n").Append(Function(name, each));
            var passed = one.Zip(each, (a, b) => a.Type == b.Type ? a.Name : $"All(optimizer, {a.Name})");
            classes.Append($"public partial class {name}\n{{\n    public {name}({string.Join(", ", one)})\n        : this({string.Join(", ", passed)})\n    {{\n    }}\n}}\n\n");
        }
        yield return ("schedulers", Template.Fill("schedulers.template", new() { ["functions"] = functions.ToString().TrimEnd(), ["classes"] = classes.ToString().TrimEnd() }));
    }

    private static string Function(string name, List<Nn.Parameter> parameters) =>
        $"public static LRScheduler {name}({string.Join(", ", parameters)}) =>\n    new impl.{name}({string.Join(", ", parameters.Select(p => p.Name))});\n\n";

    // What has a default for all groups has it, in the class, for each; functions are named as several.
    private static Nn.Parameter Each(Nn.Parameter parameter) =>
        parameter.Default.Length > 0 ? parameter with { Type = $"IEnumerable<{parameter.Type}>?", Default = "null" }
        : parameter with { Type = $"IEnumerable<{parameter.Type}>", Name = parameter.Name + (parameter.Type == "double" ? "" : "s") };

    private static string Types(List<Nn.Parameter> parameters) => string.Join(", ", parameters.Select(p => p.Type.TrimEnd('?').Replace('<', '{').Replace('>', '}')));

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
