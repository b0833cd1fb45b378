namespace TorchSharp.Generation;

/// <summary>A parameter of a C# method. One that only the function beside the method has is without <see cref="Name"/>.</summary>
/// <param name="Type">As C# writes it, "params" included.</param>
/// <param name="Name">In the method of a tensor.</param>
/// <param name="FunctionName">In the function of torch; the same unless the rule says so.</param>
internal sealed record Parameter(string Type, string Name, string FunctionName, string? Default)
{
    public string Kind => Type.StartsWith("params ", StringComparison.Ordinal) ? Type[7..] : Type;

    public static Parameter Parse(string text)
    {
        var halves = text.Split(" = ", 2);
        var at = halves[0].LastIndexOf(' ');
        var names = halves[0][(at + 1)..].Split('|');
        return new(halves[0][..at], names[0], names[^1], halves.Length > 1 ? halves[1] : null);
    }

    public string Declare(string name)
    {
        var isReference = !Type.EndsWith('?') && (Kind.EndsWith(']') || Kind is "Tensor" or "Scalar" or "Device" or "Generator" or "string");
        return $"{Type}{(Default == "null" && isReference ? "?" : "")} {Escape(name)}{(Default is null ? "" : $" = {Default}")}";
    }

    public static string Escape(string name) => name is "out" or "base" or "bool" or "byte" or "double" or "float" or "int" or "long" or "short" or "char" or "params" or "in"
        ? "@" + name : name;
}

/// <summary>One C# method or function: rules.txt explains the lines it is read from.</summary>
/// <param name="Place">"torch", or "linalg", "special" or "fft".</param>
/// <param name="Prefix">M, F or the name of the function's first parameter.</param>
/// <param name="Parameters">Null where they are to be taken from the schema.</param>
internal sealed record Rule(
    string Place, string Prefix, string Name, string Target, string? Overload, IReadOnlyList<Parameter>? Parameters, string? Returns, string? Body, string Line)
{
    /// <summary>The rules of a whole table, in its order.</summary>
    public static IEnumerable<Rule> Parse(IEnumerable<string> lines)
    {
        var place = "torch";
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[') place = line[1..^1];
            else foreach (var rule in ParseOne(place, line)) yield return rule;
        }
    }

    /// <summary>Parts of a list between commas that are not within brackets.</summary>
    public static IEnumerable<string> Split(string list)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            if (i < list.Length && list[i] is '(' or '<' or '[') depth++;
            if (i < list.Length && list[i] is ')' or '>' or ']' && !(i > 0 && list[i - 1] == '-')) depth--;
            if (i < list.Length && (depth != 0 || list[i] != ',')) continue;
            var part = list[start..i].Trim();
            if (part.Length > 0) yield return part;
            start = i + 1;
        }
    }

    private static IEnumerable<Rule> ParseOne(string place, string line)
    {
        var (head, body) = Cut(line, " => ");
        (head, var returns) = Cut(head, " -> ");
        var colon = head.IndexOf(": ", StringComparison.Ordinal);
        var prefix = colon < 0 ? "input" : head[..colon];
        head = head[(colon < 0 ? 0 : colon + 2)..];
        var open = head.IndexOf('(', StringComparison.Ordinal);
        IReadOnlyList<Parameter>? parameters = open < 0 ? null : [.. Split(head[(open + 1)..head.LastIndexOf(')')]).Select(Parameter.Parse)];
        // An array of tensors that is all there is can be given as so many arguments.
        if (parameters is [{ Type: "Tensor[]" } only]) parameters = [only with { Type = "params Tensor[]" }];
        foreach (var word in (open < 0 ? head : head[..open]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (path, target) = Cut(word, "=");
            var (name, overload) = Cut(path, ".");
            string[] suffixes = name.Length > 1 && name.EndsWith('*') ? ["", "_"] : [""];
            foreach (var suffix in suffixes)
            {
                var full = (name.Length > 1 ? name.TrimEnd('*') : name) + suffix;
                yield return new(place, prefix, full, target is null ? full : target + suffix, overload, parameters, returns, body, line);
            }
        }
    }

    private static (string head, string? tail) Cut(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + mark.Length)..].Trim());
    }
}
