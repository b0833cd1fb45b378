using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HitSongs.Reporting.Html;

/// <summary>Markup. What is put into <see cref="Of"/> is encoded unless it is markup itself, so that no text can become an element.</summary>
internal readonly record struct HtmlText
{
    private readonly string? _markup;

    private HtmlText(string markup) => _markup = markup;

    public static HtmlText Empty => default;

    /// <summary>Markup from an interpolated string: the literal parts as they are, every value encoded.</summary>
    public static HtmlText Of(HtmlHandler markup) => new(markup.ToString());

    /// <summary>Markup that is known to be safe.</summary>
    public static HtmlText Trusted(string markup) => new(markup);

    public static HtmlText Join(IEnumerable<HtmlText> parts) => new(string.Concat(parts));

    public static HtmlText When(bool condition, HtmlText then) => condition ? then : Empty;

    public override string ToString() => _markup ?? "";
}

/// <summary>Encodes the values of an interpolated string for HTML text and quoted attributes.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHandler(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly SearchValues<char> Reordering = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    private readonly StringBuilder _markup = new(literalLength + (formattedCount * 32));

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(HtmlText markup) => _markup.Append(markup.ToString());

    public void AppendFormatted(IEnumerable<HtmlText> parts) => _markup.AppendJoin("", parts);

    public void AppendFormatted(string? text) => _markup.Append(Encoder.Encode(Visible(text ?? "")));

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, null));

    public override string ToString() => _markup.ToString();

    // Characters that reorder what follows make code read otherwise than it runs: shown, not obeyed.
    internal static string Visible(string text) => !text.AsSpan().ContainsAny(Reordering)
        ? text
        : string.Concat(text.Select(character => Reordering.Contains(character) ? $"[U+{(int)character:X4}]" : character.ToString()));
}
