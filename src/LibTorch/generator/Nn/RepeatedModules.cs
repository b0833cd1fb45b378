using System.Text;

namespace TorchSharp.Generation.Nn;

/// <summary>Modules that exist once for each number of dimensions: padding, convolutions, normalizations.</summary>
internal static class RepeatedModules
{
    private const string Rest = "PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null";
    private const string BareRest = "PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype";
    private const string Passed = "padding_mode, groups, bias, device, dtype";

    public static void Write(StringBuilder factories, StringBuilder classes)
    {
        foreach (var (kind, mode, doc, sizes) in new[]
        {
            ("Constant", "Constant", "Widens by a constant.", "123"),
            ("Reflection", "Reflect", "Widens by mirror images.", "123"),
            ("Replication", "Replicate", "Widens by copies of the border.", "123"),
            ("Zero", "Constant", "Widens by zeros.", "2"),
        })
        {
            foreach (var size in sizes) Pad($"{kind}Pad{size}d", mode, doc, size - '0', kind == "Constant", factories, classes);
        }
        for (var n = 1; n <= 3; n++) Convolution(n, transposed: false, factories, classes);
        for (var n = 1; n <= 3; n++) Convolution(n, transposed: true, factories, classes);
        for (var n = 1; n <= 3; n++) Norm("Batch", n, "true", factories, classes);
        for (var n = 1; n <= 3; n++) Norm("Instance", n, "false", factories, classes);
    }

    private static void Pad(string name, string mode, string doc, int size, bool takesValue, StringBuilder factories, StringBuilder classes)
    {
        var (extra, value) = takesValue ? (", double value", "value") : ("", "0");
        var tuple = string.Join(", ", Enumerable.Repeat("long", 2 * size));
        var items = string.Join(", ", Enumerable.Range(1, 2 * size).Select(i => $"padding.Item{i}"));
        var copies = string.Join(", ", Enumerable.Repeat("padding", 2 * size));
        factories.Append(ModuleFamily.Factory(name, $"({tuple}) padding{extra}", $"[{items}], {value}"));
        factories.Append(ModuleFamily.Factory(name, $"long padding{extra}", $"[{copies}], {value}"));
        classes.Append(Template.Fill("pad.template", new() { ["name"] = name, ["mode"] = mode, ["doc"] = doc }));
    }

    // By numbers and by tuples, with sizes of padding and with its kind.
    private static void Convolution(int n, bool transposed, StringBuilder factories, StringBuilder classes)
    {
        var name = transposed ? $"ConvTranspose{n}d" : $"Conv{n}d";
        var options = transposed ? new[] { "stride", "padding", "output_padding", "dilation" } : ["stride", "padding", "dilation"];
        foreach (var several in n == 1 ? new[] { false } : [true, false])
        {
            var type = several ? $"({string.Join(", ", Enumerable.Repeat("long", n))})" : "long";
            string Sizes(string option) => $"functional.Sizes({option}{(several ? "" : $", {n}")})";
            string Declared(string option) => several ? $"{type}? {option} = null" : $"long {option} = {(option.Contains("padding", StringComparison.Ordinal) ? 0 : 1)}";
            foreach (var kind in transposed ? new[] { "" } : ["null, ", "padding, "])
            {
                var isKind = kind == "padding, ";
                var declared = string.Join(", ", options.Where(option => !isKind || option != "padding").Select(Declared));
                var passed = string.Join(", ", options.Select(option => isKind && option == "padding" ? "null" : Sizes(option)));
                factories.Append(ModuleFamily.Factory(
                    name,
                    $"long in_channels, long out_channels, {type} kernel_size{(isKind ? ", Padding padding" : "")}, {declared}, {Rest}",
                    $"in_channels, out_channels, {Sizes("kernel_size")}!, {passed}, {kind}{Passed}"));
            }
        }
        var shape = string.Join(", ", new[] { "", "L", "H, W", "D, H, W" }[n]);
        classes.Append(Template.Fill("convolution.template", new()
        {
            ["name"] = name,
            ["doc"] = transposed ? $"The gradient of a convolution by its input, as a module: grows [(N,) C, {shape}]." : $"The convolution of [(N,) C, {shape}] with trained kernels.",
            ["base"] = transposed ? "ConvolutionTranspose" : "Convolution",
            ["given"] = string.Join(", ", options.Select(option => $"long[]? {option}")) + (transposed ? "" : ", Padding? padding_type"),
            ["sizes"] = transposed ? "stride, padding, output_padding, dilation" : "stride, padding, padding_type, dilation",
            ["rest"] = BareRest,
            ["passed"] = Passed,
        }));
    }

    private static void Norm(string kind, int n, string affine, StringBuilder factories, StringBuilder classes)
    {
        var name = $"{kind}Norm{n}d";
        var (least, most) = kind == "Instance" ? (n + 1, n + 2) : n == 1 ? (2, 3) : (n + 2, n + 2);
        factories.Append(ModuleFamily.Factory(
            name,
            $"long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = {affine}, bool track_running_stats = {affine}, Device? device = null, ScalarType? dtype = null",
            "num_features, eps, momentum, affine, track_running_stats, device, dtype"));
        classes.Append(Template.Fill("norm.template", new()
        {
            ["name"] = name,
            ["kind"] = kind,
            ["each"] = kind == "Batch" ? "a batch" : "each instance",
            ["dimensions"] = n == 1 ? "1 dimension" : $"{n} dimensions",
            ["least"] = $"{least}",
            ["most"] = $"{most}",
        }));
    }
}
