using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.Yaml;

/// <summary>One YAML file of the rubric as nodes with lines.</summary>
internal static class YamlFile
{
    private const int DeepestNesting = 40;

    /// <param name="path">Where the file lies.</param>
    /// <param name="file">How messages name it.</param>
    /// <exception cref="InvalidInputException">It is not one YAML document, or a key stands twice.</exception>
    public static YamlNode Read(string path, string file)
    {
        RegularFile.Check(path, file);
        return Parse(File.ReadAllText(path), file);
    }

    /// <inheritdoc cref="Read"/>
    /// <param name="text">What the file holds.</param>
    public static YamlNode Parse(string text, string file)
    {
        try
        {
            RefuseUnreadable(text, file);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1
                ? stream.Documents[0].RootNode
                : throw new InvalidInputException(file, null, $"the file holds {stream.Documents.Count} YAML documents", "Write exactly one");
        }
        catch (YamlException e)
        {
            var twice = e.Message.Contains("uplicate key", StringComparison.Ordinal);
            throw new InvalidInputException(
                file,
                (int)(e.Message.Contains("tab character", StringComparison.Ordinal) ? e.End : e.Start).Line,
                twice ? "the same key stands twice" : $"this is not valid YAML ({e.Message.TrimEnd('.')})",
                twice ? "Keep one of the two" : "Mend the syntax; texts with `: ` or `#` need quotes",
                e);
        }
        catch (InvalidOperationException e)
        {
            // How the scanner of YamlDotNet tells of some colons and flow signs.
            throw new InvalidInputException(file, null, "this is not valid YAML", "Mend the syntax; texts with `: ` or `#` need quotes", e);
        }
    }

    // Loading recurses: what is nested too deep, or refers to itself, must not reach it.
    private static void RefuseUnreadable(string text, string file)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw new InvalidInputException(file, (int)parser.Current.Start.Line, "this is nested too deep", "Write it flatter");
            }

            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                throw new InvalidInputException(file, (int)parser.Current.Start.Line, "anchors and aliases are not read", "Write the value out");
            }
        }
    }
}
