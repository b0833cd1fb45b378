using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HitSongs.Tests.Cli.Reporting;

/// <summary>What a browser makes of a report, and the questions that every report must answer well.</summary>
internal static class Page
{
    private static readonly string[] Loading = ["src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "manifest"];

    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsScripting = false }, BrowsingContext.New()).ParseDocument(html);

    /// <summary>Elements and attributes that could run something, load something or leave the page without a click.</summary>
    public static IEnumerable<string> Dangers(IDocument page) => page.All.SelectMany(Dangers);

    public static IEnumerable<string> Ids(IDocument page) => page.QuerySelectorAll("[id]").Select(element => element.Id!);

    public static IEnumerable<string> Targets(IDocument page) => page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!);

    private static IEnumerable<string> Dangers(IElement element)
    {
        if (element.LocalName is "script" or "iframe" or "object" or "embed" or "link" or "base" or "form" or "input" or "img" or "foreignobject" or "animate" or "set" or "use")
        {
            yield return element.OuterHtml;
        }

        foreach (var attribute in element.Attributes)
        {
            var name = attribute.LocalName.ToLowerInvariant();
            if (name.StartsWith("on", StringComparison.Ordinal) || name == "style" || Loading.Contains(name) || (name == "href" && !IsHarmless(attribute.Value)))
            {
                yield return $"{element.LocalName} {attribute.Name}=\"{attribute.Value}\"";
            }
        }
    }

    private static bool IsHarmless(string target) =>
        target.StartsWith('#') || target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith("http://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal);
}
