using System.Text.RegularExpressions;

namespace TorchSharp.Generation;

/// <summary>One argument of a schema, its type without alias marks and list lengths: "Tensor", "int[]?", "Scalar".</summary>
internal sealed record SchemaArgument(string Type, string Name, string? Default);

/// <summary>One overload of an operator, such as <c>aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor</c>.</summary>
internal sealed partial record Schema(string Name, string Overload, IReadOnlyList<SchemaArgument> Arguments, IReadOnlyList<SchemaArgument> Returns)
{
    /// <summary>The name of the operator's property in the generated class of operators.</summary>
    public string Property => Overload.Length == 0 ? Name : $"{Name}_{Overload}";

    public bool IsInPlace => Name.EndsWith('_') && !Name.StartsWith('_');
    public bool HasOut => Arguments.Any(argument => argument.Name == "out");

    /// <summary>The schemas among lines of text; what is not of the aten namespace is left out.</summary>
    public static ILookup<string, Schema> Parse(string text) =>
        text.Split('\n').Select(ParseLine).OfType<Schema>().OrderBy(schema => schema.Property, StringComparer.Ordinal).ToLookup(schema => schema.Name);

    private static Schema? ParseLine(string line)
    {
        var match = Line().Match(line);
        if (!match.Success) return null;
        var returns = match.Groups["returns"].Value.Trim();
        if (returns.StartsWith('(')) returns = returns[1..^1];
        return new(
            match.Groups["name"].Value,
            match.Groups["overload"].Value,
            [.. Rule.Split(match.Groups["arguments"].Value).Where(argument => argument != "*").Select(Argument)],
            [.. Rule.Split(returns).Select(Argument)]);
    }

    private static SchemaArgument Argument(string text)
    {
        var plain = Length().Replace(Alias().Replace(text, ""), "[]").Replace("SymInt", "int", StringComparison.Ordinal);
        var halves = plain.Split('=', 2);
        var words = halves[0].Split(' ');
        return new(words[0], words.Length > 1 ? words[1] : "", halves.Length > 1 ? halves[1] : null);
    }

    [GeneratedRegex(@"^aten::(?<name>\w+)(\.(?<overload>\w+))?\((?<arguments>.*)\) -> (?<returns>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"\([\w|]+!?( -> [\w|*]+)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alias();

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Length();
}
