namespace HitSongs.Programs.Notebooks;

/// <summary>What says itself how a notebook shows it.</summary>
internal interface IShownAsHtml
{
    string Html();
}

/// <summary>.NET Interactive finds the formatter of a type by an attribute of this name, in whatever assembly it stands: no reference to it is needed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];
}

/// <summary>Named by the attribute; .NET Interactive calls its one method.</summary>
internal sealed class HtmlFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter()];
}

/// <summary>.NET Interactive reads the property and calls the method by their names.</summary>
internal sealed class HtmlFormatter
{
    public string MimeType => "text/html";

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IShownAsHtml shown)
        {
            return false;
        }

        writer.Write(shown.Html());
        return true;
    }
}
