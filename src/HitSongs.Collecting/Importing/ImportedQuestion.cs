using System.Text;
using HitSongs.Grading.Rubrics;
using HitSongs.Programs.Joining;

namespace HitSongs.Collecting.Importing;

/// <summary>One question's files while its cells are read.</summary>
internal sealed class ImportedQuestion(Question question)
{
    private readonly StringBuilder answer = new();
    private readonly Dictionary<string, List<CellCode>> programs = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public Question Question => question;

    public string FrontMatter { get; set; } = "";

    /// <summary>Null where nothing was written.</summary>
    public string? Answer => answer.Length == 0 ? null : FrontMatter + answer;

    /// <summary>The cells of each program, by the name of its file.</summary>
    public IEnumerable<(string File, IReadOnlyList<CellCode> Cells)> Programs =>
        programs.OrderBy(program => program.Key, StringComparer.Ordinal).Select(program => (program.Key, (IReadOnlyList<CellCode>)program.Value));

    public SortedDictionary<string, byte[]> Pictures { get; } = new(StringComparer.Ordinal);

    /// <summary>Remembers a cell; false where the question has it already, word for word.</summary>
    public bool IsNew(ImportedCell cell) => seen.Add($"{cell.Language}\n{cell.Text.Trim()}");

    /// <summary>Cells are blocks of Markdown: between two of them stands an empty line.</summary>
    public void AddProse(string markdown)
    {
        if (markdown.Trim().Length == 0)
        {
            return;
        }

        if (answer.Length > 0)
        {
            answer.Append(answer[^1] == '\n' ? "\n" : "\n\n");
        }

        answer.Append(markdown);
    }

    /// <param name="file">"demonstration.cs", "analysis.cs" or "model.cs".</param>
    public void AddProgram(string file, CellCode cell)
    {
        if (cell.Code.Trim().Length > 0)
        {
            (programs.TryGetValue(file, out var known) ? known : programs[file] = []).Add(cell);
        }
    }

    /// <summary>The file that C# cells below the question belong to; null where it asks for no program.</summary>
    public string? ProgramFor(string code) => question switch
    {
        { Demonstration: null, Model: null } => null,
        { Model: not null } when question.Demonstration is null || code.Contains("Predict(", StringComparison.Ordinal) => "model.cs",
        _ => question.Demonstration!.Program,
    };

    /// <summary>Code that nobody runs, as a quotation; its fence is longer than any in it.</summary>
    public void Quote(string language, string code)
    {
        var longest = code.Split('\n').Select(line => line.TrimStart().TakeWhile(character => character == '`').Count()).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        AddProse($"{fence}{(language == ImportedCell.CSharp ? "csharp" : language.ToLowerInvariant())}\n{code.TrimEnd('\n')}\n{fence}\n");
    }
}
