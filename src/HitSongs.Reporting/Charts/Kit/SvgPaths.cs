using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HitSongs.Reporting.Charts.Kit;

/// <summary>Neighbours that look alike become one shape: a histogram's bars, an axis' ticks. The picture is the same and a third as long.</summary>
internal static partial class SvgPaths
{
    private static readonly string[] Shape = ["x", "y", "width", "height", "d"];

    public static void Merge(XElement parent)
    {
        foreach (var group in parent.Elements().Where(element => element.HasElements).ToList())
        {
            Merge(group);
        }

        parent.Elements().Where(IsInvisible).Remove();
        XElement? last = null;
        foreach (var element in parent.Elements().ToList())
        {
            if (last is not null && Path(element) is { } path && Path(last) is not null && LookAlike(last, element))
            {
                last.ReplaceWith(last = Joined(last, path));
                element.Remove();
            }
            else
            {
                last = element;
            }
        }
    }

    // ScottPlot draws ticks of no length too.
    private static bool IsInvisible(XElement element) =>
        element.Name.LocalName == "path" && element.Attribute("d") is { } line && NoLength().Match(line.Value) is { Success: true } ends
        && ends.Groups["from"].Value == ends.Groups["to"].Value;

    private static XElement Joined(XElement first, string path)
    {
        var joined = new XElement(first.Name.Namespace + "path", Look(first));
        joined.SetAttributeValue("d", Path(first) + path);
        return joined;
    }

    /// <summary>A shape's outline; null for what is none.</summary>
    private static string? Path(XElement element) => element.Name.LocalName switch
    {
        "path" => element.Attribute("d")?.Value,
        "rect" when element.Attribute("width") is { } width && element.Attribute("height") is { } height && element.Attribute("rx") is null =>
            $"M{element.Attribute("x")?.Value ?? "0"} {element.Attribute("y")?.Value ?? "0"}h{width.Value}v{height.Value}h-{width.Value}z",
        _ => null,
    };

    private static bool LookAlike(XElement a, XElement b) => !a.HasElements && !b.HasElements && a.Attribute("id") is null
        && Look(a).Select(attribute => (attribute.Name, attribute.Value)).SequenceEqual(Look(b).Select(attribute => (attribute.Name, attribute.Value)));

    [GeneratedRegex(@"^M(?<from>-?[\d.]+ -?[\d.]+)L(?<to>-?[\d.]+ -?[\d.]+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NoLength();

    private static IEnumerable<XAttribute> Look(XElement element) =>
        element.Attributes().Where(attribute => !Shape.Contains(attribute.Name.LocalName, StringComparer.Ordinal));
}
