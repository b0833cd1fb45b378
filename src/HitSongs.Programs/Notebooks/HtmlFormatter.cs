namespace HitSongs.Programs.Notebooks;

/// <summary>Value with its own HTML for notebooks.</summary>
internal interface IShownAsHtml
{
    string Html();
}

/// <summary>.NET Interactive finds the formatter of a type by an attribute of this name, in whatever assembly it stands: no reference to it is
/// needed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];
}

/// <summary>Named by the attribute; .NET Interactive calls its one method.</summary>
internal sealed class HtmlFormatterSource
{
    private readonly HtmlFormatter[] formatters = [new(instance => (instance as IShownAsHtml)?.Html())];

    public IEnumerable<object> CreateTypeFormatters() => formatters;
}

/// <summary>.NET Interactive reads the property and calls the method by their names.</summary>
/// <param name="html">Null for what is not shown by this.</param>
internal sealed class HtmlFormatter(Func<object, string?> html)
{
    public string MimeType { get; } = "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        var markup = html(instance);
        writer.Write(markup);
        return markup is not null;
    }
}
