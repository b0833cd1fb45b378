using System.Text.Encodings.Web;

namespace HitSongs.Reporting.Notebooks;

/// <summary>Links to headings that work in Jupyter, which gives every heading an address of its words, and elsewhere, where an element above it has that
/// address.</summary>
internal static class HeadingLink
{
    public static string To(string title) => $"[{title}](#{Uri.EscapeDataString(Address(title))})";

    /// <summary>A line for above the heading.</summary>
    public static string Anchor(string title) => $"<a id=\"{HtmlEncoder.Default.Encode(Address(title))}\"></a>\n";

    private static string Address(string title) => title.Replace(' ', '-');
}
