using System.Text;

namespace TorchSharp.Generation;

/// <summary>The fast calls of native/signatures.cpp, for operators of exactly one C++ signature. t is a tensor, s a scalar.</summary>
internal static class SignatureFamily
{
    public static IEnumerable<(string name, string text)> Files()
    {
        var calls = new StringBuilder();
        foreach (var (letters, name) in new[] { ("t", "Unary"), ("tt", "Binary"), ("ts", "WithScalar"), ("tts", "WithAlpha") })
        {
            calls.Append(Call(letters, name, inPlace: false)).Append(Call(letters, name, inPlace: true));
        }
        yield return ("signatures", $"namespace TorchSharp;\n\ninternal sealed partial class Operator\n{{\n{calls.ToString().TrimEnd()}\n}}\n");
    }

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
