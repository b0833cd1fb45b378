using System.Text;

namespace HitSongs.Reporting.Importing;

/// <summary>What a notebook holds for a rubric's questions: files to write, and what found no place.</summary>
/// <param name="Files">By path relative to the submission.</param>
/// <param name="Remarks">One line each: cells that belong to no question, and cells that were kept without being run.</param>
internal sealed record ImportedAnswers(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Remarks);

/// <summary>One question's files while its cells are read.</summary>
internal sealed class ImportedQuestion
{
    private readonly StringBuilder answer = new();
    private readonly SortedDictionary<string, StringBuilder> programs = new(StringComparer.Ordinal);

    public string FrontMatter { get; set; } = "";

    /// <summary>Cells are blocks of Markdown: between two of them stands an empty line.</summary>
    public void AddProse(string markdown) => Add(answer, markdown);

    /// <param name="part">"demonstration" or "model".</param>
    public void AddProgram(string part, string code) => Add(programs.TryGetValue(part, out var known) ? known : programs[part] = new StringBuilder(), code);

    /// <summary>Code that nobody runs, as a quotation; its fence is longer than any in it.</summary>
    public void Quote(string language, string code)
    {
        var longest = code.Split('\n').Select(line => line.TrimStart().TakeWhile(character => character == '`').Count()).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        AddProse($"{fence}{(language == ImportedCell.CSharp ? "csharp" : language.ToLowerInvariant())}\n{code.TrimEnd('\n')}\n{fence}\n");
    }

    public string? Answer => answer.Length == 0 ? null : FrontMatter + answer;

    /// <summary>"demonstration" and "model", as far as they are there.</summary>
    public IEnumerable<(string Part, string Code)> Programs => programs.Where(program => program.Value.Length > 0).Select(program => (program.Key, UsingsFirst(program.Value.ToString())));

    /// <summary>A program's `using` directives stand first; in a notebook they may stand in any cell.</summary>
    private static string UsingsFirst(string code)
    {
        var lines = code.Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim().Length > 0 && !IsUsing(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        return first < 0 || !lines.Skip(first).Any(IsUsing)
            ? code
            : string.Join('\n', [.. lines.Where(IsUsing).Distinct(StringComparer.Ordinal), .. lines.Where(line => !IsUsing(line))]);
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.TrimEnd().EndsWith(';')
        && !line.StartsWith("using var ", StringComparison.Ordinal) && !line.Contains('(', StringComparison.Ordinal) && (!line.Contains('=', StringComparison.Ordinal) || line.Split('=')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 2);

    private static void Add(StringBuilder to, string text)
    {
        if (text.Trim().Length == 0)
        {
            return;
        }

        if (to.Length > 0)
        {
            to.Append(to[^1] == '\n' ? "\n" : "\n\n");
        }

        to.Append(text);
    }
}
