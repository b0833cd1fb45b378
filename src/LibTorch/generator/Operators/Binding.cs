namespace TorchSharp.Generation;

/// <summary>Which schema a C# parameter list calls, and the expression that calls it.</summary>
internal sealed class Binding
{
    private readonly Schema schema;
    private readonly string?[] values;
    private readonly IReadOnlyList<Parameter> extra;

    private Binding(Schema schema, string?[] values, IReadOnlyList<Parameter> extra)
    {
        this.schema = schema;
        this.values = values;
        this.extra = extra;
    }

    public Schema Schema => schema;

    /// <summary>Tries the overloads in turn; the one that leaves the fewest of its arguments to their defaults wins.</summary>
    /// <param name="self">The expression for the first argument, or null where the parameters hold it.</param>
    public static Binding? Find(IEnumerable<Schema> overloads, IReadOnlyList<Parameter> parameters, string? self) =>
        overloads.Select(schema => Bind(schema, parameters, self)).OfType<Binding>()
            .OrderBy(binding => binding.extra.Count).ThenBy(binding => binding.values.Count(value => value is null)).ThenBy(binding => binding.schema.Overload.Length)
            .FirstOrDefault();

    /// <summary>The call, through the fastest path the schema's C++ signature allows.</summary>
    public string Call()
    {
        var op = $"Aten.{schema.Property}";
        var output = extra.FirstOrDefault(parameter => parameter.Name == "out");
        var call = schema.IsInPlace ? InPlace(op) : schema.Returns.Count switch
        {
            2 => $"{op}.CallTwo({Boxed()})",
            3 => $"{op}.CallThree({Boxed()})",
            4 => $"{op}.CallFour({Boxed()})",
            _ => schema.Returns[0].Type switch
            {
                "Tensor" => Single(op),
                "Tensor[]" => $"{op}.CallList({Boxed()})",
                "bool" => $"{op}.CallBool({Boxed()})",
                var type => throw new NotSupportedException($"{schema.Property} returns {type}"),
            },
        };
        if (extra.Any(parameter => parameter.Name == "requires_grad")) call = $"Finish({call}, requires_grad)";
        return output is null ? call : $"@out is null ? {call} : Aten.{schema.Name}_{(schema.Overload.Length > 0 && schema.Overload != "Tensor" ? schema.Overload + "_" : "")}out.InPlace(@out, {Full()}, @out)";
    }

    public string Returns(string? asked) => schema.Returns.Count > 1
        ? $"({string.Join(", ", schema.Returns.Select((part, i) => $"Tensor {Parameter.Escape(asked is null ? (part.Name.Length > 0 ? part.Name : $"Item{i + 1}") : asked.Trim('(', ')').Split(", ")[i])}"))})"
        : asked ?? schema.Returns[0].Type;

    private static Binding? Bind(Schema schema, IReadOnlyList<Parameter> parameters, string? self)
    {
        if (schema.HasOut || schema.Arguments.Any(argument => argument.Type.StartsWith("Dimname", StringComparison.Ordinal) && argument.Default is null)) return null;
        var bound = new string?[schema.Arguments.Count];
        if (self is not null)
        {
            if (schema.Arguments.Count == 0 || schema.Arguments[0].Type != "Tensor") return null;
            bound[0] = self;
        }
        List<Parameter> waiting = [], unbound = [];
        foreach (var parameter in parameters.Where(parameter => parameter.Name.Length > 0))
        {
            var at = Place(schema, parameter.Name);
            if (at < 0 || bound[at] is not null || Conversion.Of(parameter, schema.Arguments[at].Type) is not { } value) waiting.Add(parameter);
            else bound[at] = value;
        }
        foreach (var parameter in waiting)
        {
            if (parameter.Name is "requires_grad" or "names" or "out" || (parameter.Kind == "ScalarType?" && !schema.Arguments.Any(argument => argument.Type == "ScalarType?")))
            {
                unbound.Add(parameter);
                continue;
            }
            var next = Array.IndexOf(bound, null);
            if (next < 0 || Conversion.Of(parameter, schema.Arguments[next].Type) is not { } value) return null;
            bound[next] = value;
        }
        for (var i = 0; i < bound.Length; i++)
        {
            if (bound[i] is null && schema.Arguments[i].Default is null) return null;
        }
        // Reductions without a dtype of their own convert what they reduce.
        if (unbound.FirstOrDefault(parameter => parameter.Kind == "ScalarType?") is { } type) bound[0] = $"As({bound[0]}, {type.Name})";
        // What has no tensor to follow is of the default type.
        var dtype = Place(schema, "dtype");
        if (dtype >= 0 && bound[dtype] is not null && parameters.Any(parameter => parameter.Name == "dtype" && parameter.Kind == "ScalarType?") && !schema.Arguments.Any(argument => argument.Type == "Tensor")) bound[dtype] = "dtype ?? defaultType";
        return new(schema, bound, unbound);
    }

    private static int Place(Schema schema, string name)
    {
        for (var i = 0; i < schema.Arguments.Count; i++)
        {
            if (schema.Arguments[i].Name == name) return i;
        }
        return -1;
    }

    private string Single(string op) => Signature() switch
    {
        "T" => $"{op}.Unary({values[0]})",
        "TT" => $"{op}.Binary({values[0]}, {Bare(1)})",
        "TS" when values[1] is not null => $"{op}.WithScalar({values[0]}, {Bare(1)})",
        "TTS" => $"{op}.WithAlpha({values[0]}, {Bare(1)}, {(values[2] is null ? "One" : Bare(2))})",
        _ => $"{op}.Call({Boxed()})",
    };

    private string InPlace(string op) => Signature() switch
    {
        "T" => $"{op}.UnaryInPlace({values[0]})",
        "TT" => $"{op}.BinaryInPlace({values[0]}, {Bare(1)})",
        "TS" when values[1] is not null => $"{op}.WithScalarInPlace({values[0]}, {Bare(1)})",
        "TTS" => $"{op}.WithAlphaInPlace({values[0]}, {Bare(1)}, {(values[2] is null ? "One" : Bare(2))})",
        _ => $"{op}.InPlace({values[0]}, {Boxed()})",
    };

    // The C++ signature in letters, where there is a call for it; a scalar that is no Scalar in C# needs the boxed call.
    private string Signature()
    {
        var letters = string.Concat(schema.Arguments.Select(argument => argument.Type switch { "Tensor" => 'T', "Scalar" => 'S', _ => '?' }));
        return letters is "TTS" && values[2] is null && schema.Arguments[2].Default != "1" ? "?" : letters;
    }

    // The fast paths check their arguments themselves.
    private string Bare(int at) => values[at] is { } value && value.StartsWith("NotNull(", StringComparison.Ordinal) ? value[8..^1] : values[at]!;

    private string Boxed()
    {
        var last = Array.FindLastIndex(values, value => value is not null);
        return string.Join(", ", values.Take(last + 1).Select(value => value ?? "Argument.Default"));
    }

    private string Full() => string.Join(", ", values.Select(value => value ?? "Argument.Default"));
}
