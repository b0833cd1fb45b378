using System.Text;

namespace TorchSharp.Generation;

/// <summary>Enumerations and members of one line, from tables/members.txt, which says how they are written.</summary>
internal static class MemberFamily
{
    public static IEnumerable<(string name, string text)> Files()
    {
        var (text, place) = (new StringBuilder(), Array.Empty<string>());
        foreach (var line in Table.Lines("members.txt"))
        {
            if (line is ['[', .., ']'])
            {
                Close(text, place);
                place = Open(text, line[1..^1]);
                continue;
            }
            var isStatic = place.Length > 1 && place[^1].Contains("static", StringComparison.Ordinal);
            text.Append(Template.Indent(Write(line, isStatic), new string(' ', 4 * place.Length)));
        }
        Close(text, place);
        yield return ("members", text.ToString());
    }

    // The namespace, and the classes one within the other.
    private static string[] Open(StringBuilder text, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isInner = parts is ["Modules" or "Utils", ..];
        var types = parts.Skip(isInner ? 1 : 0).Select(part => part.StartsWith("internal ", StringComparison.Ordinal) ? part : "public " + (part.Contains(' ') ? part : $"static partial class {part}"));
        string[] place = [isInner ? $"namespace TorchSharp.{parts[0]}" : "namespace TorchSharp", .. types];
        for (var depth = 0; depth < place.Length; depth++)
        {
            var indent = new string(' ', 4 * depth);
            text.Append($"{indent}{place[depth]}\n{indent}{{\n");
        }
        return place;
    }

    private static void Close(StringBuilder text, string[] place)
    {
        for (var depth = place.Length - 1; depth >= 0; depth--) text.Append(new string(' ', 4 * depth)).Append("}\n");
    }

    private static string Write(string line, bool isStatic)
    {
        var cut = line.LastIndexOf(" // ", StringComparison.Ordinal);
        var (member, doc) = cut < 0 ? (line, "") : (line[..cut], Documented(line[(cut + 4)..]));
        var first = member.Split(' ')[0];
        var modifiers = first is "private" or "internal" or "protected" || first[0] == '[' ? "" : isStatic && first is not ("enum" or "const") ? "public static " : "public ";
        return $"{doc}{modifiers}{member}{(member.EndsWith('}') && !member.Contains(" => ") || member.EndsWith("; }") ? "" : ";")}\n";
    }

    // "<inheritdoc ...", or "what it is for ! Exception: when ! Exception: when".
    private static string Documented(string doc)
    {
        var parts = doc.Split(" ! ");
        var thrown = parts.Skip(1).Select(part => part.Split(": ", 2)).Select(pair => $"/// <exception cref=\"{pair[0]}\">{pair[1]}</exception>\n");
        return (doc.StartsWith("<inheritdoc", StringComparison.Ordinal) ? $"/// {doc}\n" : $"/// <summary>{parts[0]}</summary>\n") + string.Concat(thrown);
    }
}
