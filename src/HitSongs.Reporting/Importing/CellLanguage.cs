using System.Text.Json.Nodes;

namespace HitSongs.Reporting.Importing;

/// <summary>What a code cell is written in: the cell itself says so, else its metadata, else the notebook's kernel.</summary>
internal static class CellLanguage
{
    private static readonly string[] Magics = ["#!", "%%"];

    public static string OfNotebook(JsonNode? metadata) => Named(
        Find(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
        ?? Find(metadata, "kernelspec", "language")
        ?? Find(metadata, "language_info", "name")
        ?? Find(metadata, "kernelspec", "name")
        ?? "Python");

    /// <param name="kernel">As the library read it from the cell or the notebook; empty where neither says one.</param>
    /// <param name="metadata">The cell's, for VS Code's own word for it.</param>
    public static string OfCell(string kernel, JsonNode? metadata, string code, string notebook)
    {
        var named = Magic(code) ?? Find(metadata, "vscode", "languageId");
        // VS Code's name for cells whose language is said elsewhere.
        return named is not null and not "polyglot-notebook" ? Named(named) : kernel.Length > 0 ? Named(kernel) : notebook;
    }

    /// <summary>The code without the line that says in which language it is.</summary>
    public static string WithoutMagic(string code) => Magic(code) is null ? code : code[(code.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end + 1 : code.Length)..];

    private static string? Magic(string code)
    {
        var line = code.Split('\n', 2)[0].Trim();
        return Magics.Any(mark => line.StartsWith(mark, StringComparison.Ordinal)) && line.Length > 2 ? line[2..].Split(' ')[0] : null;
    }

    private static string Named(string name) => name.TrimStart('.').ToLowerInvariant() switch
    {
        "csharp" or "c#" or "cs" or "net-csharp" => ImportedCell.CSharp,
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
