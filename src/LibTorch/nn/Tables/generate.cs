#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
// Writes ../Generated/*.g.cs from the tables beside it: dotnet run --file src/LibTorch/nn/Tables/generate.cs
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

const string Command = "// Made by: dotnet run --file src/LibTorch/nn/Tables/generate.cs";
var here = Here();
Write("functional", Functional());
Write("modules", Modules());
Write("arities", Arities());

static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

void Write(string name, string text) => File.WriteAllText(Path.Combine(here, "..", "Generated", name + ".g.cs"), Regex.Replace($"{Command}\n#nullable enable\n{text}", " +\n", "\n"));

IEnumerable<string> Lines(string table) => File.ReadLines(Path.Combine(here, table)).Where(line => line.Length > 0 && !line.StartsWith('#'));

string Functional()
{
    var operators = new SortedSet<string>(StringComparer.Ordinal);
    var members = new StringBuilder();
    foreach (var line in Lines("functional.txt"))
    {
        var (signature, documented) = Cut(line, " = ", afterParenthesis: true);
        var (body, doc) = Cut(documented, " | ");
        var head = Regex.Match(signature, @"^(\(.*?\) )?(\w+)(?:\[(\d)\])?\((.*)\)$");
        var (result, name, parameters) = (head.Groups[1].Length > 0 ? head.Groups[1].Value.Trim() : "Tensor", head.Groups[2].Value, Parameter.Parse(head.Groups[4].Value));
        members.Append($"        /// <summary>{Xml(doc)}</summary>\n        public static {result} {name}({string.Join(", ", parameters)}) =>\n            {Body(body, parameters, operators)};\n\n");
        if (head.Groups[3].Length == 0) continue;
        foreach (var (overload, arguments) in Sized(parameters, int.Parse(head.Groups[3].Value)))
        {
            members.Append($"        /// <inheritdoc cref=\"{name}({Cref(parameters)})\"/>\n        public static {result} {name}({overload}) =>\n            {name}({arguments});\n\n");
        }
    }
    var fields = string.Concat(operators.Select(op => $"            public static readonly Operator {Identifier(op)} = new(\"{op.Split('.')[0]}\", \"{string.Join('.', op.Split('.').Skip(1))}\");\n"));
    return $$"""
        using TorchSharp.Modules;

        namespace TorchSharp;

        public static partial class torch
        {
            public static partial class nn
            {
                /// <summary>What modules compute, without their state.</summary>
                public static partial class functional
                {
        {{members.ToString().Replace("\n", "\n    ").TrimEnd().Insert(0, "    ")}}

                    private static class Op
                    {
        {{fields.Replace("\n", "\n    ").TrimEnd().Insert(0, "    ")}}
                    }
                }
            }
        }

        """;
}

// The operators a body calls become fields, and tensors that must be there are checked.
static string Body(string body, List<Parameter> parameters, SortedSet<string> operators)
{
    body = Regex.Replace(body, @"@~(1?)(\w+)\((\w+)(.*)\)$", match =>
    {
        var (kind, op, self, rest) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value);
        return $"inplace ? Alias(@!{op}_({self}, {self}{rest})) : @{kind}{op}({self}{rest})";
    });
    body = Regex.Replace(body, @"(?<=[(,] ?)\?(\w+)", "Given($1)");
    var required = parameters.Where(parameter => parameter.Type == "Tensor").Select(parameter => parameter.Name);
    if (body.Contains('@')) foreach (var name in required) body = Regex.Replace(body, $@"(@[!12]?[\w.]+\((?:[^@]*, )?){name}(?=[,)])", $"$1NotNull({name})");
    return Regex.Replace(body, @"@([!12]?)((?!\d)[\w.]+)\(", match =>
    {
        operators.Add(match.Groups[2].Value);
        return $"Op.{Identifier(match.Groups[2].Value)}.{match.Groups[1].Value switch { "!" => "InPlace", "1" => "Unary", "2" => "CallTwo", _ => "Call" }}(";
    });
}

string Modules()
{
    var (factories, classes) = (new StringBuilder(), new StringBuilder());
    var lines = Lines("modules.txt").ToList();
    for (var i = 0; i < lines.Count; i++)
    {
        var parts = lines[i].Split(" | ");
        var head = Regex.Match(parts[0], @"^(\w+)(?:\[(\d)\])?\((.*)\)$");
        var (name, parameters, doc) = (head.Groups[1].Value, Parameter.Parse(head.Groups[3].Value), Xml(parts[3]));
        var own = new List<(string parameters, string arguments)> { (string.Join(", ", parameters), string.Join(", ", parameters.Select(p => p.Name))) };
        if (head.Groups[2].Length > 0) own.AddRange(Sized(parameters, int.Parse(head.Groups[2].Value)));
        var members = new List<string>();
        for (; i + 1 < lines.Count && lines[i + 1][0] is '+' or '!' or '&'; i++)
        {
            var line = lines[i + 1][2..];
            if (lines[i + 1][0] == '&') { members.Add(line); continue; }
            if (lines[i + 1][0] == '!') own.Clear();
            var (signature, arguments) = Cut(line, " => ");
            own.Add((signature[1..^1], arguments));
        }
        foreach (var (given, arguments) in own)
        {
            factories.Append($"        /// <inheritdoc cref=\"Modules.{name}\"/>\n        public static {name} {name}({given}) => new({arguments.Replace("functional.", "nn.functional.")});\n\n");
        }
        classes.Append(Class(name, doc, parameters, parts[1], parts[2], members));
    }
    foreach (var (kind, sizes) in new[] { ("Constant", "123"), ("Reflection", "123"), ("Replication", "123"), ("Zero", "2") })
    {
        foreach (var size in sizes) Pad($"{kind}Pad{size}d", kind, size - '0', factories, classes);
    }
    for (var n = 1; n <= 3; n++) Convolutions(n, factories, classes);
    foreach (var (kind, affine) in new[] { ("Batch", "true"), ("Instance", "false") })
    {
        for (var n = 1; n <= 3; n++) Norm(kind, n, affine, factories, classes);
    }
    return $$"""
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace TorchSharp
        {
            public static partial class torch
            {
                public static partial class nn
                {
        {{factories.ToString().Replace("\n", "\n    ").TrimEnd().Insert(0, "    ")}}
                }
            }
        }

        namespace TorchSharp.Modules
        {
        {{classes.ToString().TrimEnd()}}
        }

        """;
}

static string Class(string name, string doc, List<Parameter> parameters, string inputs, string body, List<string> members)
{
    var isLoss = name.EndsWith("Loss", StringComparison.Ordinal);
    var weighted = isLoss && parameters.Exists(p => p.Name == "weight");
    var forward = inputs.Split(", ").Select(input => input.Contains(' ') ? input : "Tensor " + input).ToList();
    var types = string.Join(", ", forward.Select(input => input.Split(' ')[0]).Append("Tensor"));
    var text = new StringBuilder($"    /// <summary>{doc}</summary>\n    public sealed class {name} : {(weighted ? "WeightedLoss" : isLoss ? "Loss" : "ParameterLessModule")}<{types}>\n    {{\n");
    var (given, called) = isLoss
        ? (string.Join(", ", parameters), weighted ? "weight, reduction" : "reduction")
        : (string.Join(", ", parameters.Select(p => p.Bare)), $"nameof({name})");
    var own = parameters.Where(p => !isLoss || p.Name is not ("weight" or "reduction")).ToList();
    text.Append($"        {(isLoss ? "public" : "internal")} {name}({given})\n            : base({called})\n        {{\n");
    if (name.Contains("Dropout", StringComparison.Ordinal)) text.Append("            if (p is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), $\"a dropout probability lies between 0 and 1, {p} does not\");\n");
    foreach (var p in own) text.Append($"            this.{p.Name} = {p.Name}{(p.Type == "Tensor?" ? "?.DetachFromDisposeScope()" : "")};\n");
    text.Append("        }\n\n");
    foreach (var p in own) text.Append($"        public {p.Type} {p.Name} {(isLoss ? "{ get; }" : "{ get; set; }")}\n\n");
    foreach (var member in members) text.Append($"        {member}\n{(member.StartsWith("///", StringComparison.Ordinal) ? "" : "\n")}");
    if (types.Contains("long[]?", StringComparison.Ordinal)) text.Append($"        public new Tensor call({string.Join(", ", forward)}) => base.call({string.Join(", ", Names(forward))});\n\n");
    var called2 = Regex.IsMatch(body, @"^\w+\.") ? body : "functional." + body;
    text.Append($"        public override Tensor forward({string.Join(", ", forward)}) =>\n            {called2};\n    }}\n\n");
    return text.ToString();
}

static IEnumerable<string> Names(IEnumerable<string> parameters) => parameters.Select(parameter => parameter.Split(' ')[1]);

static void Pad(string name, string kind, int size, StringBuilder factories, StringBuilder classes)
{
    var (mode, doc) = kind switch
    {
        "Reflection" => ("Reflect", "Widens by mirror images."),
        "Replication" => ("Replicate", "Widens by copies of the border."),
        "Zero" => ("Constant", "Widens by zeros."),
        _ => ("Constant", "Widens by a constant."),
    };
    var (extra, value) = kind == "Constant" ? (", double value", "value") : ("", "0");
    var tuple = string.Join(", ", Enumerable.Repeat("long", 2 * size));
    var items = string.Join(", ", Enumerable.Range(1, 2 * size).Select(i => $"padding.Item{i}"));
    var copies = string.Join(", ", Enumerable.Repeat("padding", 2 * size));
    foreach (var (type, numbers) in new[] { ($"({tuple})", items), ("long", copies) })
    {
        factories.Append($"        /// <inheritdoc cref=\"Modules.{name}\"/>\n        public static {name} {name}({type} padding{extra}) => new([{numbers}], {value});\n\n");
    }
    classes.Append($"    /// <summary>{doc}</summary>\n    public sealed class {name} : PadBase\n    {{\n        internal {name}(long[] padding, double value)\n"
        + $"            : base(nameof({name}), PaddingModes.{mode}, value, padding)\n        {{\n        }}\n    }}\n\n");
}

static void Convolutions(int n, StringBuilder factories, StringBuilder classes)
{
    const string Rest = "PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null";
    const string Passed = "padding_mode, groups, bias, device, dtype";
    var shape = string.Join(", ", new[] { "", "L", "H, W", "D, H, W" }[n]);
    foreach (var transposed in new[] { false, true })
    {
        var name = transposed ? $"ConvTranspose{n}d" : $"Conv{n}d";
        var between = transposed ? new[] { "stride", "padding", "output_padding", "dilation" } : ["stride", "padding", "dilation"];
        foreach (var several in n == 1 ? new[] { false } : [true, false])
        {
            var type = several ? $"({string.Join(", ", Enumerable.Repeat("long", n))})" : "long";
            foreach (var padded in transposed ? new[] { false } : [false, true])
            {
                var options = between.Where(option => !padded || option != "padding")
                    .Select(option => several ? $"{type}? {option} = null" : $"long {option} = {(option.Contains("padding", StringComparison.Ordinal) ? 0 : 1)}");
                var sizes = between.Select(option => padded && option == "padding" ? "null" : $"functional.Sizes({option}{(several ? "" : $", {n}")})");
                factories.Append($"        /// <inheritdoc cref=\"Modules.{name}\"/>\n        public static {name} {name}(long in_channels, long out_channels, {type} kernel_size{(padded ? ", Padding padding" : "")}, {string.Join(", ", options)}, {Rest}) =>\n"
                    + $"            new(in_channels, out_channels, functional.Sizes(kernel_size{(several ? "" : $", {n}")})!, {string.Join(", ", sizes)}, {(transposed ? "" : padded ? "padding, " : "null, ")}{Passed});\n\n");
            }
        }
        var arrays = string.Join(", ", between.Select(option => $"long[]? {option}")) + (transposed ? "" : ", Padding? padding_type");
        classes.Append($"    /// <summary>{(transposed ? $"The gradient of a convolution by its input, as a module: grows [(N,) C, {shape}]." : $"The convolution of [(N,) C, {shape}] with trained kernels.")}</summary>\n"
            + $"    public sealed class {name} : {(transposed ? "ConvolutionTranspose" : "Convolution")}\n    {{\n"
            + $"        internal {name}(long in_channels, long out_channels, long[] kernel_size, {arrays}, {Rest.Replace(" = PaddingModes.Zeros", "").Replace(" = 1", "").Replace(" = true", "").Replace(" = null", "")})\n"
            + $"            : base(nameof({name}), in_channels, out_channels, kernel_size, {(transposed ? "stride, padding, output_padding, dilation" : "stride, padding, padding_type, dilation")}, {Passed})\n        {{\n        }}\n    }}\n\n");
    }
}

static void Norm(string kind, int n, string affine, StringBuilder factories, StringBuilder classes)
{
    var name = $"{kind}Norm{n}d";
    var (least, most) = kind == "Instance" ? (n + 1, n + 2) : n == 1 ? (2, 3) : (n + 2, n + 2);
    factories.Append($"        /// <inheritdoc cref=\"Modules.{name}\"/>\n        public static {name} {name}(long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = {affine}, bool track_running_stats = {affine}, Device? device = null, ScalarType? dtype = null) =>\n"
        + "            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);\n\n");
    classes.Append($"    /// <summary>Mean 0 and variance 1 for each channel of {(kind == "Batch" ? "a batch" : "each instance")} with {n} dimension{(n == 1 ? "" : "s")} of space.</summary>\n    public sealed class {name} : {kind}Norm\n    {{\n"
        + $"        internal {name}(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)\n"
        + $"            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof({name}))\n        {{\n        }}\n\n"
        + $"        private protected override (int least, int most) Dimensions => ({least}, {most});\n    }}\n\n");
}

// What exists once for each number of inputs.
static string Arities()
{
    var (nested, modules, outer) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
    for (var n = 1; n <= 6; n++)
    {
        var numbers = Enumerable.Range(1, n).ToArray();
        string Join(string pattern) => string.Join(", ", numbers.Select(i => pattern.Replace("#", n == 1 ? "" : i.ToString())));
        var (types, given, names) = ($"{Join("T#")}, TResult", Join("T# input#"), Join("input#"));
        var several = n > 1;
        var module = $"Module<{types}>";
        var (preResult, change) = several
            ? ($"({Join("T#")})?", $"if (hook(this, {names}) is {{ }} changed) ({names}) = changed;")
            : ("T", "input = hook(this, input) ?? input;");
        nested.Append($$"""
                /// <summary>What can be called with {{n}} input{{(several ? "s" : "")}}.</summary>
                public interface I{{module}}
                {
                    TResult call({{(several ? given : "T input1")}});
                }

                /// <summary>A module of {{n}} input{{(several ? "s" : "")}}. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
                public abstract class {{module}} : HookableModule<Func<{{module}}, {{Join("T#")}}, {{preResult}}>, Func<{{module}}, {{Join("T#")}}, TResult, TResult>>, I{{module}}
                {
                    protected Module(string name)
                        : base(name)
                    {
                    }

                    public abstract TResult forward({{given}});

                    public TResult call({{given}})
                    {
                        foreach (var hook in PreHooks) {{change}}
                        RunPreActions();
                        var result = forward({{names}});
                        foreach (var hook in PostHooks) result = hook(this, {{names}}, result) ?? result;
                        RunPostActions();
                        return result;
                    }
                }


            """);
        modules.Append($$"""
            /// <summary>A module of {{n}} input{{(several ? "s" : "")}} that holds nothing to train or keep.</summary>
            public abstract class ParameterLessModule<{{(several ? types : "T1, TResult")}}> : torch.nn.Module<{{(several ? types : "T1, TResult")}}>, IParameterLessModule
            {
                protected ParameterLessModule(string name)
                    : base(name)
                {
                }

                public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw Nothing(name);

                public override void register_parameter(string name, Parameter param) => throw Nothing(name);

                public override void register_module(string name, torch.nn.Module submodule) => throw Nothing(name);

                private InvalidOperationException Nothing(string component) => new($"{GetName()} holds nothing to train or keep, so '{component}' cannot be registered");
            }

            /// <summary>Modules of which a subclass makes one of {{n}} input{{(several ? "s" : "")}}: its forward says how they are called.</summary>
            public abstract class Sequential<{{types}}> : torch.nn.{{module}}
            {
                protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
                    : base(nameof(Sequential))
                {
                    foreach (var (name, module) in modules) append(name, module);
                }

                protected Sequential(params torch.nn.Module[] modules)
                    : base(nameof(Sequential))
                {
                    foreach (var module in modules) append(module);
                }

                public int Count => modulesByName.Count;

                [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
                public torch.nn.Module this[int index] => modulesByName[index].module;

                /// <summary>A new one of the same class with some of the modules; the class needs a constructor of names and modules.</summary>
                [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
                public Sequential<{{types}}> this[Range index] => Slice(modulesByName.ToArray()[index]);

                /// <inheritdoc cref="this[Range]"/>
                [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
                public Sequential<{{types}}> this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

                public Sequential<{{types}}> append(torch.nn.Module module) => append(Count.ToString(), module);

                public Sequential<{{types}}> append(string name, torch.nn.Module module)
                {
                    register_module(name, module);
                    return this;
                }

                public override void train(bool on = true) => base.train(on);

                public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => base.named_buffers(recurse, include_persistent);

                private Sequential<{{types}}> Slice((string name, torch.nn.Module module)[] modules) =>
                    (Sequential<{{types}}>)Activator.CreateInstance(GetType(), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic, null, [modules], null)!;
            }


        """);
        if (n is < 2 or > 4) continue;
        outer.Append($$"""
            /// <summary>A loss of {{n}} inputs.</summary>
            public abstract class Loss<{{types}}> : torch.nn.{{module}}
            {
                protected Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                    : base("Loss") => this.reduction = reduction;

                public torch.nn.Reduction reduction { get; }

                public override string GetName() => GetType().Name;
            }

            /// <summary>A loss of {{n}} inputs in which some elements or classes count more than others.</summary>
            public abstract class WeightedLoss<{{types}}> : Loss<{{types}}>
            {
                protected WeightedLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
                    : base(reduction)
                {
                    if (weight is not null) register_buffer(nameof(weight), weight, persistent: false);
                    this.weight = weight;
                }

                public torch.Tensor? weight { get; }
            }


        """);
    }
    return $"namespace TorchSharp\n{{\n    public static partial class torch\n    {{\n        public static partial class nn\n        {{\n{nested.ToString().TrimEnd().Replace("\n", "\n        ").Insert(0, "        ")}\n        }}\n    }}\n\n"
        + $"{outer.ToString().TrimEnd()}\n}}\n\nnamespace TorchSharp.Modules\n{{\n{modules.ToString().TrimEnd()}\n}}\n";
}

// The overload that takes a tuple for each list, and the one that takes a number, with the arguments that pass them on.
static IEnumerable<(string parameters, string arguments)> Sized(List<Parameter> parameters, int n)
{
    foreach (var several in new[] { true, false })
    {
        var overload = parameters.Select(p => p.IsList ? p with { Type = p.Scalar(several ? n : 1) } : p);
        var arguments = parameters.Select(p => !p.IsList ? p.Name : $"functional.Sizes({p.Name}{(several ? "" : $", {n}")}){(p.Type.EndsWith('?') ? "" : "!")}");
        yield return (string.Join(", ", overload), string.Join(", ", arguments));
    }
}

static (string, string) Cut(string text, string at, bool afterParenthesis = false)
{
    var position = text.IndexOf(at, afterParenthesis ? text.IndexOf(") = ", StringComparison.Ordinal) + 1 : 0, StringComparison.Ordinal);
    return (text[..position], text[(position + at.Length)..]);
}

static string Cref(List<Parameter> parameters) => string.Join(", ", parameters.Select(p => p.Type.EndsWith("[]?", StringComparison.Ordinal) ? p.Type[..^1] : p.Type));
static string Xml(string doc) => doc.Replace("&", "&amp;").Replace("<", "&lt;");
static string Identifier(string op) => "@" + op.Replace('.', '_');

internal sealed record Parameter(string Type, string Name, string Default)
{
    public string Bare => $"{Type} {Name}";

    public bool IsList => Type is "long[]" or "long[]?" or "double[]?";

    public string Scalar(int n)
    {
        var one = Type.StartsWith("long", StringComparison.Ordinal) ? "long" : "double";
        return (n == 1 ? one : $"({string.Join(", ", Enumerable.Repeat(one, n))})") + (Type.EndsWith('?') ? "?" : "");
    }

    public override string ToString() => Default.Length > 0 ? $"{Bare} = {Default}" : Bare;

    // Splits at the commas outside of parentheses and angle brackets.
    public static List<Parameter> Parse(string text) =>
        [.. Regex.Matches(text, @"(?<type>(?:\([^)]*\)\??|[\w.]+(?:<[^>]*>)?(?:\[\])?\??)) (?<name>\w+)(?: = (?<default>[^,]+))?")
            .Select(match => new Parameter(match.Groups["type"].Value, match.Groups["name"].Value, match.Groups["default"].Value))];
}
