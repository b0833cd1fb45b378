using System.Text;

namespace TorchSharp.Generation;

/// <summary>
/// The fast calls of native/signatures.cpp, for operators of exactly one C++ signature (t is a tensor, s a scalar), and the boxed calls by
/// what comes back.
/// </summary>
internal static class SignatureFamily
{
    public static IEnumerable<(string name, string text)> Files()
    {
        var calls = new StringBuilder();
        foreach (var (letters, name) in new[] { ("t", "Unary"), ("tt", "Binary"), ("ts", "WithScalar"), ("tts", "WithAlpha") })
        {
            calls.Append(Call(letters, name, inPlace: false)).Append(Call(letters, name, inPlace: true));
        }
        calls.Append(Boxed("CallBool", "bool", 1, "results[0].Integer != 0")).Append(Boxed("CallInt", "long", 1, "results[0].Integer"));
        foreach (var (number, n) in new[] { ("Two", 2), ("Three", 3), ("Four", 4) })
        {
            string Each(Func<int, string> write) => $"({string.Join(", ", Enumerable.Range(0, n).Select(write))})";
            calls.Append(Boxed("Call" + number, Each(_ => "torch.Tensor"), n, Each(i => $"Wrap(results[{i}])")));
        }
        yield return ("signatures", $"namespace TorchSharp;\n\ninternal sealed unsafe partial class Operator\n{{\n{calls.ToString().TrimEnd()}\n}}\n");
    }

    private static string Boxed(string name, string type, int room, string result) =>
        $"    [SkipLocalsInit]\n    public {type} {name}(params ReadOnlySpan<Argument> arguments)\n    {{\n        var results = stackalloc Value[{room}];\n"
        + $"        Run(arguments, results, {room});\n        return {result};\n    }}\n\n";

    private static string Call(string letters, string name, bool inPlace)
    {
        var (self, second, scalar) = (inPlace ? "self" : "a", letters.StartsWith("tt", StringComparison.Ordinal), letters.EndsWith('s'));
        List<string> checks = [];
        if (second) checks.Add("ArgumentNullException.ThrowIfNull(b);");
        if (scalar) checks.Add("ArgumentNullException.ThrowIfNull(s);");
        if (scalar) checks.Add($"if (s.IsComplex) return {(inPlace ? "InPlace(self, self" : "Call(a")}{(second ? ", b" : "")}, s);");
        return Template.Fill("signature.template", new()
        {
            ["signature"] = $"({(inPlace ? "Tensor!" : "Tensor")}{(second ? ", Tensor" : "")}{(scalar ? ", Scalar" : "")}) → {(inPlace ? "Tensor!, in place" : "Tensor")}",
            ["name"] = name + (inPlace ? "InPlace" : ""),
            ["self"] = self,
            ["parameters"] = (second ? ", torch.Tensor b" : "") + (scalar ? ", Scalar s" : ""),
            ["checks"] = string.Join('\n', checks),
            ["function"] = $"ts_call_{letters}{(inPlace ? "_" : "")}",
            ["passed"] = (second ? ", b.Handle" : "") + (scalar ? ", s.Value.Real, s.Value.Integer, s.IsInteger" : ""),
            ["alive"] = $"GC.KeepAlive({self});{(second ? "\nGC.KeepAlive(b);" : "")}",
            ["result"] = inPlace ? "Native.Check(result, name);\nreturn self;" : "return new(Native.Check(result, name));",
        });
    }
}
