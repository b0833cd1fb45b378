using System.Text;

namespace TorchSharp.Generation.Nn;

/// <summary>What exists once for each number of inputs.</summary>
internal static class ArityFamily
{
    private const int Most = 6;

    public static IEnumerable<(string name, string text)> Files()
    {
        var (called, modules, losses) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var n = 1; n <= Most; n++)
        {
            var values = Values(n);
            called.Append(Template.Fill("called.template", values));
            modules.Append(Template.Fill("arity.template", values));
            if (n is >= 2 and <= 4) losses.Append(Template.Fill("loss.template", values));
        }
        yield return ("arities", Template.Fill("arities.template", new()
        {
            ["called"] = called.ToString().TrimEnd(),
            ["losses"] = losses.ToString().TrimEnd(),
            ["modules"] = modules.ToString().TrimEnd(),
        }));
    }

    private static Dictionary<string, string> Values(int n)
    {
        string Join(string pattern) => string.Join(", ", Enumerable.Range(1, n).Select(i => pattern.Replace("#", n == 1 ? "" : i.ToString())));
        var (each, given, names) = (Join("T#"), Join("T# input#"), Join("input#"));
        return new()
        {
            ["inputs"] = n == 1 ? "1 input" : $"{n} inputs",
            ["types"] = $"{each}, TResult",
            ["ownTypes"] = n == 1 ? "T1, TResult" : $"{each}, TResult",
            ["each"] = each,
            ["given"] = given,
            ["interfaceGiven"] = n == 1 ? "T input1" : given,
            ["names"] = names,
            ["module"] = $"Module<{each}, TResult>",
            ["preResult"] = n == 1 ? "T" : $"({each})?",
            ["change"] = n == 1 ? "input = hook(this, input) ?? input;" : $"if (hook(this, {names}) is {{ }} changed) ({names}) = changed;",
        };
    }
}
