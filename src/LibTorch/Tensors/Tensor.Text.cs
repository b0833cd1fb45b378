using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    private static Printing printing = new(TensorStringStyle.Julia, "g5", Environment.NewLine, TensorWriter.Most, 2 * TensorWriter.Edge, 2 * TensorWriter.Edge);

    /// <summary>The style of texts for which none is given.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => printing.Style;
        set => printing = printing with { Style = value == TensorStringStyle.Default ? TensorStringStyle.Julia : value };
    }

    /// <summary>Sets how tensors are written where nothing else is said; what is null stays.</summary>
    /// <param name="floatFormat">A .NET format for floating-point elements.</param>
    /// <param name="linewidth">Not used: lines are as long as their elements.</param>
    /// <param name="maxRows">How many entries of a dimension are written; the first and last half of them when there are more.</param>
    /// <param name="maxColumns">The same of the last dimension.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        if (style is { } wanted) TensorStringStyle = wanted;
        printing = new(
            printing.Style, floatFormat ?? printing.FloatFormat, newLine ?? printing.NewLine, maxRows is null && maxColumns is null ? printing.Most : 0,
            maxRows ?? printing.Rows, maxColumns ?? printing.Columns);
    }

    private sealed record Printing(TensorStringStyle Style, string FloatFormat, string NewLine, int Most, int Rows, int Columns);

    public partial class Tensor
    {
        /// <param name="style">What to write.</param>
        /// <param name="fltFormat">A .NET format for floating-point elements; that of set_printoptions when null.</param>
        /// <param name="width">Not used: lines are as long as their elements.</param>
        /// <param name="cultureInfo">How numbers are written; the invariant culture when null.</param>
        /// <param name="newLine">Between lines; that of set_printoptions when null.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TensorStringStyle.Default) style = printing.Style;
            if (style == TensorStringStyle.Metadata) return Metadata();
            newLine ??= printing.NewLine;
            var writer = new TensorWriter(this, fltFormat ?? printing.FloatFormat, cultureInfo ?? CultureInfo.InvariantCulture, newLine);
            return style switch
            {
                TensorStringStyle.Numpy => writer.Nested('[', ']', ", ", lines: true),
                TensorStringStyle.CSharp => $"{Metadata()}, value = {writer.Nested('{', '}', ", ", lines: false)}",
                _ => $"{Metadata()}{newLine}{writer.Nested(' ', ' ', " ", lines: true)}",
            };
        }
    }

    /// <summary>Writes the elements of a tensor, of long dimensions the first and last three.</summary>
    private sealed class TensorWriter
    {
        public const int Most = 1000;
        public const int Edge = 3;
        private readonly string[] elements;
        private readonly long[] sizes;
        private readonly bool shorten;
        private readonly string newLine;

        public TensorWriter(Tensor tensor, string format, CultureInfo culture, string newLine)
        {
            sizes = tensor.shape;
            shorten = tensor.numel() > printing.Most;
            this.newLine = newLine;
            using var plain = tensor.detach();
            using var numbers = plain.is_floating_point() ? plain.to_type(ScalarType.Float64) : plain.to_type(ScalarType.Int64);
            elements = tensor.dtype switch
            {
                ScalarType.Bool => Array.ConvertAll(numbers.data<long>().ToArray(), number => number != 0 ? "true" : "false"),
                _ when plain.is_floating_point() => Array.ConvertAll(numbers.data<double>().ToArray(), number => number.ToString(format, culture)),
                _ => Array.ConvertAll(numbers.data<long>().ToArray(), number => number.ToString(culture)),
            };
        }

        public string Nested(char open, char close, string separator, bool lines)
        {
            if (sizes.Length == 0) return elements[0];
            var text = new StringBuilder();
            Append(text, 0, 0, new Style(open, close, separator, lines));
            return text.ToString();
        }

        private void Append(StringBuilder text, int dim, long first, Style style)
        {
            var last = dim == sizes.Length - 1;
            var most = last ? printing.Columns : printing.Rows;
            var step = 1L;
            for (var d = dim + 1; d < sizes.Length; d++) step *= sizes[d];
            var between = last || !style.Lines ? style.Separator : style.Separator.TrimEnd() + newLine + new string(' ', style.Open == ' ' ? 0 : dim + 1);

            if (style.Open != ' ') text.Append(style.Open);
            for (var i = 0L; i < sizes[dim]; i++)
            {
                if (i > 0) text.Append(between);
                if (shorten && sizes[dim] > most && i == (most + 1) / 2)
                {
                    text.Append("...");
                    i = sizes[dim] - (most / 2) - 1;
                }
                else if (last) text.Append(elements[first + i]);
                else Append(text, dim + 1, first + (i * step), style);
            }
            if (style.Close != ' ') text.Append(style.Close);
        }

        private readonly record struct Style(char Open, char Close, string Separator, bool Lines);
    }
}

public static partial class TensorExtensionMethods
{
    /// <summary>Writes the tensor to the console and gives it back.</summary>
    public static torch.Tensor print(
        this torch.Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }
}
