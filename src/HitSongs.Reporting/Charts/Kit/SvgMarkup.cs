using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ScottPlot;

namespace HitSongs.Reporting.Charts.Kit;

/// <summary>Skia's SVG made fit for a page: a named image, ids of its own, text in one piece and in the reader's font, short numbers, and marks to point
/// at.</summary>
internal static partial class SvgMarkup
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Names from song files may hold characters that XML has no place for: browsers read them all the same.</summary>
    private static readonly XmlReaderSettings Reading = new() { CheckCharacters = false, IgnoreWhitespace = true, DtdProcessing = DtdProcessing.Prohibit };

    private static readonly XmlWriterSettings Writing = new() { CheckCharacters = false, OmitXmlDeclaration = true };

    /// <param name="id">Begins every id in it.</param>
    /// <param name="alt">What a reader who does not see it needs to know.</param>
    public static string Of(Picture picture, string id, string title, string alt)
    {
        using var reader = XmlReader.Create(new StringReader(picture.RawSvg()), Reading);
        var drawn = XElement.Load(reader);
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in drawn.Descendants().ToList())
        {
            Shorten(element, name => own.TryGetValue(name, out var known) ? known : own[name] = $"{id}-{own.Count}");
        }

        SvgPaths.Merge(drawn);
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {picture.Width} {picture.Height}"),
            new XAttribute("width", picture.Width),
            new XAttribute("height", picture.Height),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-title {id}-description"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", $"{id}-description"), alt),
            drawn.Elements(),
            new XElement(
                Svg + "g",
                new XAttribute("class", "marks"),
                new XAttribute("fill", "none"),
                new XAttribute("pointer-events", "all"),
                picture.Marks().Select(mark => Mark(mark.Area, mark.Told))
            )
        );
        NameSizeOnce(svg);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = XmlWriter.Create(text, Writing))
        {
            svg.WriteTo(writer);
        }

        return text.ToString();
    }

    private static XElement Mark(PixelRect area, string told) =>
        new(
            Svg + "rect",
            new XAttribute("x", Number(area.Left)),
            new XAttribute("y", Number(area.Top)),
            new XAttribute("width", Number(area.Width)),
            new XAttribute("height", Number(area.Height)),
            new XElement(Svg + "title", told)
        );

    private static void Shorten(XElement element, Func<string, string> rename)
    {
        if (element.Name.LocalName == "text")
        {
            Join(element);
        }

        foreach (var attribute in element.Attributes().ToList())
        {
            var value = LongNumber().Replace(attribute.Value, match => Number(double.Parse(match.Value, CultureInfo.InvariantCulture)));
            attribute.Value = attribute.Name.LocalName switch
            {
                "id" => rename(value),
                "fill-opacity" or "stroke-opacity" or "stroke-width" => attribute.Value,
                _ when value.StartsWith("url(#", StringComparison.Ordinal) => $"url(#{rename(value[5..^1])})",
                "href" when value.StartsWith('#') => "#" + rename(value[1..]),
                _ => value,
            };
            if ((attribute.Name.LocalName, value) is ("stroke-miterlimit", "4") or ("stroke-width", "1"))
            {
                attribute.Remove(); // what they are without being named
            }
        }
    }

    /// <summary>Skia gives every letter a place of its own, in its own font. With one anchor for all of them the text is right in any font.</summary>
    private static void Join(XElement text)
    {
        using var paint = Paint.NewDisposablePaint();
        var words = text.Value.Trim();
        var (x, size) = (First(text, "x"), First(text, "font-size"));
        var width = Header.Style(words, (float)size, Alignment.UpperLeft, text.Attribute("font-weight") is not null).Measure(words, paint).Width;
        // Aligned text starts left of the point that it is aligned to.
        var anchor = (width < 1 ? 0 : -x / width) switch { < 0.25 => 0, < 0.75 => 0.5, _ => 1 };
        var (shiftX, shiftY) = Shift(text);
        text.SetAttributeValue("x", Number(shiftX + x + (anchor * width)));
        text.SetAttributeValue("y", Number(shiftY + First(text, "y")));
        text.SetAttributeValue("text-anchor", anchor switch { 0 => null, 0.5 => "middle", _ => "end" });
        text.SetAttributeValue("font-family", null);
        text.Value = words;
    }

    /// <summary>Takes a plain shift off the text: it is part of its place.</summary>
    private static (double X, double Y) Shift(XElement text)
    {
        if (Translation().Match(text.Attribute("transform")?.Value ?? "") is not { Success: true } shift)
        {
            return (0, 0);
        }

        text.SetAttributeValue("transform", null);
        return (Value("x"), Value("y"));

        double Value(string name) => double.Parse(shift.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>The size that most texts have is said once.</summary>
    private static void NameSizeOnce(XElement svg)
    {
        const string size = "font-size";
        var sizes = svg.Descendants(Svg + "text").Select(text => text.Attribute(size)).OfType<XAttribute>().ToList();
        if (sizes.GroupBy(one => one.Value, StringComparer.Ordinal).MaxBy(group => group.Count()) is { } most)
        {
            most.Remove();
            svg.SetAttributeValue(size, most.Key);
        }
    }

    private static double First(XElement text, string attribute) =>
        double.Parse(text.Attribute(attribute)!.Value.Split(',', 2)[0], CultureInfo.InvariantCulture);

    /// <summary>A tenth of a pixel is more than anybody sees.</summary>
    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^translate\((?<x>-?[\d.]+)[ ,]+(?<y>-?[\d.]+)\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Translation();

    [GeneratedRegex(@"[0-9]+\.[0-9]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
