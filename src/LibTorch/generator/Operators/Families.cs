using System.Text;

namespace TorchSharp.Generation;

/// <summary>Families of overloads that differ only in how a shape, or the elements, are given.</summary>
internal static class Families
{
    private static readonly string[][] Sizes = [["size"], ["rows", "columns"], ["dim0", "dim1", "dim2"], ["dim0", "dim1", "dim2", "dim3"]];

    /// <summary>"zeros", "full(Scalar value)", "rand(Generator generator)": a tensor of a shape. With the prefix M, beside a tensor it takes its type from.</summary>
    public static string Factory(Rule rule)
    {
        var text = new StringBuilder();
        var value = rule.Parameters!.Any(parameter => parameter.Kind == "Scalar") ? "Scalar value, " : "";
        var random = rule.Parameters!.Any(parameter => parameter.Kind == "Generator");
        var like = rule.Prefix == "M";
        var tail = $"ScalarType? dtype = null, Device? device = null, bool requires_grad = false{(random ? ", Generator? generator = null" : "")}{(like ? "" : ", string[]? names = null")}";
        var passed = $"{(value.Length > 0 ? "value, " : "")}dtype, device, requires_grad{(random ? ", generator" : "")}{(like ? "" : ", names")}";
        var head = like ? "        public Tensor" : "    public static Tensor";
        var call = like
            ? $"Finish({rule.Body}, requires_grad)"
            : $"Finish(Aten.{rule.Target}{(random ? "_generator" : rule.Overload is { } overload ? "_" + overload : "")}.Call(NotNull(size), {(value.Length > 0 ? "NotNull(value), " : "")}{(random ? "generator, " : "")}dtype ?? {(value.Length > 0 ? "TypeOf(value)" : "defaultType")}, None, device), requires_grad)";
        text.Append($"{head} {rule.Name}(long[] size, {value}{tail}) => {call};\n");
        text.Append($"{head} {rule.Name}(ReadOnlySpan<long> size, {value}{tail}) => {rule.Name}(size.ToArray(), {passed});\n");
        foreach (var type in like ? ["long"] : new[] { "long", "int" })
        {
            foreach (var sizes in Sizes)
            {
                text.Append($"{head} {rule.Name}({string.Join(", ", sizes.Select(size => $"{type} {size}"))}, {value}{tail}) => {rule.Name}(new long[] {{ {string.Join(", ", sizes)} }}, {passed});\n");
            }
        }
        return like ? $"    public partial class Tensor\n    {{\n{text}    }}\n" : text.ToString();
    }

    /// <summary>"float=Float32", "typed: bool=Bool": tensors of elements of a C# type.</summary>
    public static string Elements(Rule rule)
    {
        var type = rule.Name switch { "complex" => "(float, float)", "Complex" => "System.Numerics.Complex", var name => name };
        var own = $"ScalarType.{rule.Target}";
        const string Tail = "ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null";
        const string Rest = "dtype, device, requires_grad";
        var text = new StringBuilder();
        void Line(string parameters, string body) => text.Append($"    public static Tensor {parameters} => {body};\n");
        var scalar = rule.Prefix == "typed" ? "ScalarType? dtype = null, " : "";
        if (rule.Prefix != "lists") Line($"tensor({type} scalar, {scalar}Device? device = null, bool requires_grad = false)", $"Copy<{type}>([scalar], [], {own}, {(scalar.Length > 0 ? "dtype" : "null")}, device, requires_grad)");
        foreach (var array in new[] { "[]", "[,]", "[,,]", "[,,,]" }) Line($"tensor({type}{array} rawArray, {Tail})", $"CopyArray<{type}>(rawArray, {own}, {Rest})");
        Line($"tensor({type}[] rawArray, ReadOnlySpan<long> dimensions, {Tail})", $"Copy<{type}>(NotNull(rawArray), dimensions, {own}, {Rest})");
        Line($"tensor(Memory<{type}> rawArray, ReadOnlySpan<long> dimensions, {Tail})", $"Copy<{type}>(rawArray.Span, dimensions, {own}, {Rest})");
        Line($"tensor(IList<{type}> rawArray, {Tail})", $"CopyArray<{type}>(NotNull(rawArray).ToArray(), {own}, {Rest})");
        Line($"tensor(IList<{type}> rawArray, ReadOnlySpan<long> dimensions, {Tail})", $"Copy<{type}>(NotNull(rawArray).ToArray(), dimensions, {own}, {Rest})");
        foreach (var sizes in Sizes.Skip(1))
        {
            Line($"tensor(IList<{type}> rawArray, {string.Join(", ", sizes.Select(size => "long " + size))}, {Tail})", $"Copy<{type}>(NotNull(rawArray).ToArray(), [{string.Join(", ", sizes)}], {own}, {Rest})");
        }
        Line($"as_tensor({type}[] rawArray, ScalarType? dtype = null, Device? device = null)", "tensor(rawArray, dtype, device)");
        Line($"as_tensor(IList<{type}> rawArray, ScalarType? dtype = null, Device? device = null)", "tensor(rawArray, dtype, device)");
        // BFloat16 and Half convert to a tensor by way of Scalar.
        var implicits = rule.Name is "BFloat16" or "Half" ? "" : $"""
                public static implicit operator Tensor({type} value) => tensor(value);
                public static implicit operator Tensor({type}[] value) => tensor(value);

        """;
        return $"{text}    public partial class Tensor\n    {{\n{implicits}    }}\n";
    }

    /// <summary>"+=add", with the body of number (operator) tensor: an operator of C# for tensors, Scalar and numbers on either side.</summary>
    public static string Arithmetic(Rule rule)
    {
        var text = new StringBuilder();
        void Line(string left, string right, string body) => text.Append($"        public static Tensor operator {rule.Name}({left} left, {right} right) => {body};\n");
        Line("Tensor", "Tensor", $"left.{rule.Target}(right)");
        foreach (var number in rule.Parameters is null ? ["Scalar", "int", "long", "float", "double"] : new[] { "Scalar" })
        {
            var cast = number == "Scalar" ? "" : "(Scalar)";
            Line("Tensor", number, $"left.{rule.Target}({cast}right)");
            if (rule.Body is { } mirrored) Line(number, "Tensor", mirrored.Replace("$left", $"{cast}left", StringComparison.Ordinal));
        }
        return text.ToString();
    }
}
