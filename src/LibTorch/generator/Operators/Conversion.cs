namespace TorchSharp.Generation;

/// <summary>How a C# parameter is passed for a schema's argument.</summary>
internal static class Conversion
{
    /// <summary>The expression to pass; null where the types do not go together.</summary>
    public static string? Of(Parameter parameter, string wanted)
    {
        var name = Parameter.Escape(parameter.Name);
        var optional = wanted.EndsWith('?');
        var type = wanted.TrimEnd('?');
        return (parameter.Kind.Replace(", ", ","), type) switch
        {
            ("Tensor" or "Scalar", "Tensor" or "Scalar") when parameter.Kind == type => optional || parameter.Default is not null ? name : $"NotNull({name})",
            ("float" or "double", "float" or "Scalar") or ("int" or "long", "Scalar" or "float") => name,
            ("double?" or "float?", "float") when optional => name,
            ("double?", "Scalar") when optional => name,
            ("int" or "long", "int") when optional && parameter.Default == "-1" && name != "dim" => $"Given({name})",
            ("int" or "long", "int") => name,
            ("int?" or "long?", "int") when optional => parameter.Kind == "int?" ? $"(long?){name}" : name,
            ("int" or "long", "int[]") => $"(long[])[{name}]",
            ("int?" or "long?", "int[]") when optional => $"List({name})",
            ("long[]", "int[]") => optional ? name : parameter.Default is null ? $"NotNull({name})" : $"Or({name})",
            ("long[]", "int") => null,
            ("ReadOnlySpan<long>", "int[]") => $"{name}.ToArray()",
            ("Size", "int[]") => $"{name}.Shape",
            ("IEnumerable<long>", "int[]") => $"{name}.ToArray()",
            ("(long,long)", "int[]") => $"(long[])[{name}.Item1, {name}.Item2]",
            ("(long,long,long)", "int[]") => $"(long[])[{name}.Item1, {name}.Item2, {name}.Item3]",
            ("(long,long,long,long)", "int[]") => $"(long[])[{name}.Item1, {name}.Item2, {name}.Item3, {name}.Item4]",
            ("bool" or "bool?", "bool") => name,
            ("ScalarType" or "ScalarType?", "ScalarType") => name,
            ("string", "str") => name,
            ("Device", "Device") or ("Generator", "Generator") => name,
            ("RoundingMode" or "FFTNormType" or "PaddingModes", "str") => $"Name({name})",
            ("Tensor[]", "Tensor[]") => $"NotNull({name})",
            ("IList<Tensor>" or "IEnumerable<Tensor>" or "ReadOnlySpan<Tensor>", "Tensor[]") => $"{name}.ToArray()",
            _ => null,
        };
    }

    /// <summary>The parameter a schema's argument becomes where the rule names none; null for what C# does not pass.</summary>
    public static Parameter? ParameterFor(SchemaArgument argument)
    {
        var optional = argument.Type.EndsWith('?');
        var type = argument.Type.TrimEnd('?') switch
        {
            "Tensor" => "Tensor",
            "Scalar" => "Scalar",
            "int" => "long",
            "float" => "double",
            "bool" => "bool",
            "str" => "string",
            "int[]" => "long[]",
            "ScalarType" => "ScalarType",
            "Generator" => "Generator",
            "Tensor[]" => "Tensor[]",
            _ => null,
        };
        if (type is null) return null;
        if (optional && type is "long" or "double" or "bool" or "ScalarType") type += "?";
        var value = argument.Default switch
        {
            null => null,
            "None" => "null",
            "True" => "true",
            "False" => "false",
            ['[', ..] => "null",
            ['\'', .. var text] => $"\"{text.TrimEnd('\'')}\"",
            var number => number.TrimEnd('.'),
        };
        return new(type, argument.Name, argument.Name, value);
    }
}
