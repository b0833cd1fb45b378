using System.Text.Json.Nodes;

namespace HitSongs.Collecting.Importing;

/// <summary>Language of a code cell: the cell itself names it, else its metadata, else the notebook's kernel.</summary>
internal static class CellLanguage
{
    // What `#!name` and `%%name` may stand for; every other one, such as `#!time`, speaks to the kernel and changes no language.
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "csharp",
        "c#",
        "cs",
        "fsharp",
        "f#",
        "fs",
        "pwsh",
        "powershell",
        "python",
        "python3",
        "python2",
        "pythonkernel",
        "ipython",
        "pypy",
        "r",
        "javascript",
        "js",
        "html",
        "css",
        "svg",
        "latex",
        "markdown",
        "md",
        "mermaid",
        "sql",
        "mssql",
        "sqlite",
        "kql",
        "value",
        "http",
        "bash",
        "sh",
        "cmd",
        "script",
        "perl",
        "ruby",
        "julia",
        "cython",
        "writefile",
        "vb",
    };

    public static string OfNotebook(JsonNode? metadata) => Named(
        Find(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
        ?? Find(metadata, "kernelspec", "language")
        ?? Find(metadata, "language_info", "name")
        ?? Find(metadata, "kernelspec", "name")
        ?? "Python");

    /// <param name="kernel">As the library read it from the cell or the notebook; empty where neither says one.</param>
    /// <param name="metadata">The cell's, for VS Code's own word for it.</param>
    public static string OfCell(string kernel, JsonNode? metadata, string notebook)
    {
        var named = Find(metadata, "vscode", "languageId");
        // VS Code's name for cells whose language is said elsewhere.
        return named is not null and not "polyglot-notebook" ? Named(named) : kernel.Length > 0 ? Named(kernel) : notebook;
    }

    /// <summary>The parts of a cell's code: a line such as <c>#!csharp</c> begins one in that language, and <c>%%bash</c> as the first line makes a cell of
    /// it.</summary>
    /// <param name="own">The language of what stands above such lines.</param>
    public static IEnumerable<(string Language, string Code)> Parts(string code, string own)
    {
        var (part, language) = (new List<string>(), own);
        foreach (var (index, line) in code.Split('\n').Index())
        {
            var trimmed = line.Trim();
            var mark =
                trimmed.StartsWith("#!", StringComparison.Ordinal) || (trimmed.StartsWith("%%", StringComparison.Ordinal) && index == 0)
                    ? trimmed[2..].Split(' ')[0]
                    : "";
            if (!Languages.Contains(mark) && !mark.StartsWith("sql-", StringComparison.Ordinal) && !mark.StartsWith("kql-", StringComparison.Ordinal))
            {
                part.Add(line);
                continue;
            }

            if (part.Exists(above => above.Trim().Length > 0))
            {
                yield return (language, string.Join('\n', part).TrimEnd('\n'));
            }

            part.Clear();
            language = Named(mark);
        }

        if (part.Count > 0)
        {
            yield return (language, string.Join('\n', part));
        }
    }

    private static string Named(string name) => name.TrimStart('.').ToLowerInvariant() switch
    {
        "csharp" or "c#" or "cs" or "net-csharp" or "dotnet-csharp" or "polyglot-notebook" => ImportedCell.CSharp,
        var python when python.StartsWith("python", StringComparison.Ordinal) || python.StartsWith("ipython", StringComparison.Ordinal) => "Python",
        _ => name,
    };

    private static string? Find(JsonNode? node, params string[] path)
    {
        foreach (var key in path)
        {
            node = (node as JsonObject)?[key];
        }

        return NotebookFile.Text(node) is { Length: > 0 } text ? text : null;
    }
}
