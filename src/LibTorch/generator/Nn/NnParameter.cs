using System.Text.RegularExpressions;

namespace TorchSharp.Generation.Nn;

/// <summary>A parameter as C# writes it: "long[]? stride = null".</summary>
internal sealed partial record Parameter(string Type, string Name, string Default)
{
    public string Bare => $"{Type} {Name}";
    public bool IsList => Type is "long[]" or "long[]?" or "double[]?";

    /// <summary>The type that gives a list of <paramref name="n"/> as one number, or as a tuple.</summary>
    public string Scalar(int n)
    {
        var one = Type.StartsWith("long", StringComparison.Ordinal) ? "long" : "double";
        return (n == 1 ? one : $"({string.Join(", ", Enumerable.Repeat(one, n))})") + (Type.EndsWith('?') ? "?" : "");
    }

    public override string ToString() => Default.Length > 0 ? $"{Bare} = {Default}" : Bare;

    /// <summary>Splits at the commas outside of parentheses and angle brackets.</summary>
    public static List<Parameter> Parse(string text) =>
        [.. Declaration().Matches(text).Select(match => new Parameter(match.Groups["type"].Value, match.Groups["name"].Value, match.Groups["default"].Value))];

    /// <summary>The overload that takes a tuple for each list, and the one that takes a number, with the arguments that pass them on.</summary>
    public static IEnumerable<(string parameters, string arguments)> Sized(List<Parameter> parameters, int n)
    {
        foreach (var several in new[] { true, false })
        {
            var overload = parameters.Select(p => p.IsList ? p with { Type = p.Scalar(several ? n : 1) } : p);
            var arguments = parameters.Select(p => !p.IsList ? p.Name
                : $"functional.Sizes({p.Name}{(several ? "" : $", {n}")}){(p.Type.EndsWith('?') ? "" : "!")}");
            yield return (string.Join(", ", overload), string.Join(", ", arguments));
        }
    }

    [GeneratedRegex(@"(?<type>(\([^)]*\)\??|[\w.]+(<[^>]*>)?(\[\])?\??)) (?<name>\w+)( = (?<default>[^,]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
