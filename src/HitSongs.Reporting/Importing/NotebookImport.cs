using System.Text.RegularExpressions;
using HitSongs.Grading.Rubrics;
using HitSongs.Programs.Notebooks;
using HitSongs.Reporting.Notebooks;

namespace HitSongs.Reporting.Importing;

/// <summary>Finds a rubric's questions in a notebook: by what the harness wrote on its own cells, else by headings that say a question's title or id.</summary>
internal sealed partial class NotebookImport
{
    private readonly Rubric rubric;
    private readonly Dictionary<string, ImportedQuestion> found = new(StringComparer.Ordinal);
    private readonly List<string> remarks = [];
    private Question? current;
    private int level;

    private NotebookImport(Rubric rubric) => this.rubric = rubric;

    /// <param name="file">How messages name the notebook.</param>
    /// <exception cref="InvalidInputException">A cell names a question whose id leads out of the submission.</exception>
    public static ImportedAnswers Of(IReadOnlyList<ImportedCell> cells, Rubric rubric, string file)
    {
        var import = new NotebookImport(rubric);
        foreach (var cell in cells)
        {
            if (cell.Part is not null)
            {
                import.TakeOwn(cell, file);
            }
            else
            {
                import.Take(cell);
            }
        }

        return new ImportedAnswers(import.Files(), import.remarks);
    }

    private SortedDictionary<string, string> Files()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, question) in found)
        {
            if (question.Answer is { } answer)
            {
                files[$"answers/{id}/answer.md"] = answer;
            }

            foreach (var (part, code) in question.Programs)
            {
                files[$"answers/{id}/{part}.cs"] = code;
            }
        }

        return files;
    }

    /// <summary>A cell that the harness wrote: it says itself whose it is, whatever headings stand in it.</summary>
    private void TakeOwn(ImportedCell cell, string file)
    {
        if (cell.Question?.Split('/', '\\').Contains("..", StringComparer.Ordinal) == true)
        {
            throw new InvalidInputException(file, null, $"{cell.Name} names a question whose id leads out of the submission", "Remove the cell");
        }

        current = rubric.Questions.FirstOrDefault(question => question.Id == cell.Question);
        level = 1;
        switch (cell.Part)
        {
            case "answer" or "demonstration" or "model" when current is null:
                remarks.Add($"not imported: {cell.Name}: there is no question {Printable(cell.Question)}");
                break;
            case "answer":
                Of(current!).AddProse(AttachedFigures.Detach(Headings.Raise(cell.Text, cell.HeadingsLowered), cell.Attachments));
                Of(current!).FrontMatter = cell.FrontMatter;
                break;
            case "demonstration" or "model":
                Of(current!).AddProgram(cell.Part!, BracedProgram.Unwrap(cell.Text));
                break;
        }
    }

    private void Take(ImportedCell cell)
    {
        if (cell.Language == ImportedCell.Markdown)
        {
            TakeMarkdown(cell);
            if (cell.Attachments.Count > 0 && current is not null)
            {
                remarks.Add($"not imported: what is attached to {cell.Name}: {string.Join(", ", cell.Attachments.Select(Printable))}: let the question's program draw it, and hand it back by Figure(name, plot)");
            }
        }
        else if (current is null)
        {
            if (cell.Text.Trim().Length > 0)
            {
                remarks.Add($"not imported: {cell.Name}: it stands under no question");
            }
        }
        else if (cell.Language == ImportedCell.CSharp && current is { Demonstration: not null } or { Model: not null })
        {
            TakeProgram(cell, current);
        }
        else if (cell.Text.Trim().Length > 0)
        {
            Of(current).Quote(cell.Language, cell.Text);
            remarks.Add($"kept as a quotation, not run: {cell.Name}: {(cell.Language == ImportedCell.CSharp ? "the question asks for no program" : $"{Printable(cell.Language)} code")}");
        }
    }

    private void TakeProgram(ImportedCell cell, Question question)
    {
        var lines = cell.Text.Split('\n');
        if (Array.Exists(lines, IsReference))
        {
            remarks.Add($"left out of a program: the #r lines of {cell.Name}: the harness references what there is");
        }

        var isModel = question.Demonstration is null || (question.Model is not null && cell.Text.Contains("Predict(", StringComparison.Ordinal));
        Of(question).AddProgram(isModel ? "model" : "demonstration", string.Join('\n', lines.Where(line => !IsReference(line))));
    }

    private void TakeMarkdown(ImportedCell cell)
    {
        var heading = Heading().Match(cell.Text);
        if (!heading.Success)
        {
            if (current is not null)
            {
                Of(current).AddProse(cell.Text);
            }
            else if (cell.Text.Trim().Length > 0)
            {
                remarks.Add($"not imported: {cell.Name}: it stands under no question");
            }

            return;
        }

        var depth = heading.Groups["marks"].Length;
        if (Named(heading.Groups["title"].Value) is { } question)
        {
            (current, level) = (question, depth);
            // The question as it was asked is no part of the answer to it.
            var rest = cell.Text[(heading.Index + heading.Length)..].Trim('\n');
            Of(question).AddProse(rest.Trim() == question.Prompt.Trim() ? "" : rest);
        }
        else if (current is not null && depth > level)
        {
            Of(current).AddProse(cell.Text);
        }
        else
        {
            // A heading beside or above the question's own ends it.
            current = null;
            remarks.Add($"not imported: {cell.Name}: no question has this title or id");
        }
    }

    private Question? Named(string title)
    {
        var plain = Plain(title);
        var named = rubric.Questions.Where(question => Plain(question.Id) == plain || Plain(question.Title) == plain || Plain(question.Id[(question.Id.LastIndexOf('/') + 1)..]) == plain).ToList();
        if (named.Count > 1)
        {
            remarks.Add($"several questions are called {Printable(title)}: name one by its id, such as {named[0].Id}");
        }

        return named.Count == 1 ? named[0] : null;
    }

    private ImportedQuestion Of(Question question) => found.TryGetValue(question.Id, out var known) ? known : found[question.Id] = new ImportedQuestion();

    private static bool IsReference(string line) => line.TrimStart().StartsWith("#r ", StringComparison.Ordinal);

    /// <summary>Letters, digits and slashes alone: numbering, emphasis and capitals do not matter.</summary>
    private static string Plain(string title) => string.Concat(title.ToLowerInvariant().Where(character => char.IsLetterOrDigit(character) || character == '/'));

    private static string Printable(string? text) => string.Concat((text ?? "without an id").Take(100).Select(character => char.IsControl(character) ? '\uFFFD' : character));

    [GeneratedRegex(@"\A\s*(?<marks>#{1,6})[ \t]+(?<title>[^\n]*?)[ \t#]*(?:\n|\z)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
