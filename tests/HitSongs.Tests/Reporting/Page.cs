using System.Security.Cryptography;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HitSongs.Tests.Reporting;

/// <summary>What a browser makes of a report, and the questions that every report must answer well.</summary>
internal static class Page
{
    private static readonly string[] Loading = ["src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "manifest"];

    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsScripting = false }, BrowsingContext.New()).ParseDocument(html);

    /// <summary>Elements and attributes that could run something, load something or leave the page without a click. The page's own scripts may run: its
    /// policy names them by their hash.</summary>
    public static IEnumerable<string> Dangers(IDocument page)
    {
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")?.GetAttribute("content") ?? "";
        return page.All.Where(element => !IsOwnScript(element, policy)).SelectMany(Dangers);
    }

    public static IEnumerable<IElement> Scripts(IDocument page) => page.QuerySelectorAll("script:not([type='application/json'])");

    public static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static bool IsOwnScript(IElement element, string policy) => element.LocalName == "script" && element.GetAttribute("src") is null
        && (element.GetAttribute("type") == "application/json"
            ? !element.TextContent.Contains('<', StringComparison.Ordinal) && element.ParentElement!.LocalName == "body"
            : policy.Contains(Hash(element.TextContent), StringComparison.Ordinal));

    public static IEnumerable<string> Ids(IDocument page) => page.QuerySelectorAll("[id]").Select(element => element.Id!);

    public static IEnumerable<string> Targets(IDocument page) => page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!);

    private static IEnumerable<string> Dangers(IElement element)
    {
        if (
            element.LocalName
            is "script"
                or "iframe"
                or "object"
                or "embed"
                or "link"
                or "base"
                or "form"
                or "input"
                or "foreignobject"
                or "animate"
                or "set"
                or "use"
        )
        {
            yield return element.OuterHtml;
        }

        // Pictures stand in the page itself.
        if (element.LocalName == "img" && !element.GetAttribute("src")!.StartsWith("data:image/png;base64,", StringComparison.Ordinal))
        {
            yield return element.OuterHtml;
        }

        foreach (var attribute in element.Attributes)
        {
            var name = attribute.LocalName.ToLowerInvariant();
            if (
                name.StartsWith("on", StringComparison.Ordinal)
                || name == "style"
                || (Loading.Contains(name) && element.LocalName != "img")
                || (name == "href" && !IsHarmless(attribute.Value))
            )
            {
                yield return $"{element.LocalName} {attribute.Name}=\"{attribute.Value}\"";
            }
        }
    }

    private static bool IsHarmless(string target) =>
        target.StartsWith('#')
        || target.StartsWith("https://", StringComparison.Ordinal)
        || target.StartsWith("http://", StringComparison.Ordinal)
        || target.StartsWith("mailto:", StringComparison.Ordinal);
}
