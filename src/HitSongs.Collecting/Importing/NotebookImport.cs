using HitSongs.Collecting.Assigning;
using HitSongs.Collecting.Compile;
using HitSongs.Grading.Rubrics;
using HitSongs.Notebooks;
using HitSongs.Programs.Joining;

namespace HitSongs.Collecting.Importing;

/// <summary>Finds a rubric's questions in a notebook: by what the harness wrote on its own cells, else by headings and quoted questions.</summary>
internal sealed class NotebookImport
{
    private const int FewestCharactersToRepeat = 24;

    private readonly Rubric rubric;
    private readonly Dictionary<string, ImportedQuestion> found = new(StringComparer.Ordinal);
    private readonly List<ImportRemark> remarks = [];
    private readonly List<(CellCode Code, string? Program)> csharp = [];
    private readonly List<ImportedCell> outside = [];
    private readonly QuestionPlace place;

    private NotebookImport(Rubric rubric) => (this.rubric, place) = (rubric, new QuestionPlace(rubric));

    /// <param name="file">How messages name the notebook.</param>
    /// <param name="compiler">Compiles what becomes a program.</param>
    /// <exception cref="InvalidInputException">A cell names a question whose id leads out of the submission.</exception>
    public static async Task<ImportedAnswers> OfAsync(
        IReadOnlyList<ImportedCell> cells, Rubric rubric, string file, Compiler compiler, CancellationToken cancel)
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

        return await new FoundFiles(import.found, import.csharp, import.outside, import.remarks).MakeAsync(compiler, cancel);
    }

    /// <summary>A cell that the harness wrote: it says itself whose it is, whatever headings stand in it.</summary>
    private void TakeOwn(ImportedCell cell, string file)
    {
        if (cell.Question?.Split('/', '\\').Contains("..", StringComparer.Ordinal) == true)
        {
            throw new InvalidInputException(file, null, $"{cell.Name} names a question whose id leads out of the submission", "Remove the cell");
        }

        var question = rubric.Questions.FirstOrDefault(question => question.Id == cell.Question);
        place.Enter(question);
        switch (cell.Part)
        {
            case "answer" or "demonstration" or "model" when question is null:
                Lost($"not imported: {cell.Name}: there is no question {Printable.Of(cell.Question ?? "without an id")}");
                break;
            case "answer" when BlankAnswer.IsBlank(cell.Text):
                break; // the form of a quiz, still to be ticked
            case "answer":
                var raised = Headings.Raise(cell.Text, cell.HeadingsLowered);
                Of(question!).AddProse(TagSigns.Restore(AttachmentLinks.Detach(raised, cell.Attachments.Keys), cell.TagSign));
                CellPictures.TakeBack(Of(question!), cell);
                Of(question!).FrontMatter = cell.FrontMatter;
                break;
            case "demonstration" or "model":
                TakeProgram(
                    question!,
                    cell.Part == "model" ? "model.cs" : question!.Demonstration?.Program ?? "demonstration.cs",
                    new CellCode(cell.Number, BracedProgram.Unwrap(cell.Text), IsProgram: true)
                );
                break;
        }
    }

    private void Take(ImportedCell cell)
    {
        if (cell.Text.Trim().Length == 0)
        {
            return;
        }

        if (cell.Language == ImportedCell.Markdown)
        {
            TakeMarkdown(cell);
        }
        else if (place.Current is not { } question)
        {
            TakeOutside(cell);
        }
        else if (IsRepeated(question, cell))
        {
            Changed($"kept once: {cell.Name} stands twice under {question.Id}");
        }
        else
        {
            TakeCode(cell, question);
        }
    }

    private void TakeCode(ImportedCell cell, Question question)
    {
        var file = Of(question).ProgramFor(cell.Text);
        if (cell.Language == ImportedCell.CSharp && file is not null)
        {
            TakeProgram(question, file, new CellCode(cell.Number, cell.Text));
        }
        else
        {
            var (code, leftOut) = cell.Language == "Python" ? PythonCell.Clean(cell.Text) : (cell.Text, []);
            Of(question).Quote(cell.Language, code);
            var reason = cell.Language == ImportedCell.CSharp ? "the question asks for no program" : $"{Printable.Of(cell.Language)} code";
            Changed($"kept as a quotation, not run: {cell.Name}: {reason}");
            remarks.AddRange(leftOut.Select(line => new ImportRemark($"left out of the quotation: {Printable.Of(line)} of cell {cell.Number}", IsLoss: false)));
        }

        if (CellPictures.Add(Of(question), cell) is { } refused)
        {
            Lost(refused);
        }
    }

    private void TakeProgram(Question question, string file, CellCode code)
    {
        Of(question).AddProgram(file, code);
        csharp.Add((code, $"answers/{question.Id}/{file}"));
    }

    private void TakeOutside(ImportedCell cell)
    {
        outside.Add(cell);
        if (cell.Language == ImportedCell.CSharp)
        {
            csharp.Add((new CellCode(cell.Number, cell.Text), null));
        }
    }

    private void TakeMarkdown(ImportedCell cell)
    {
        if (MarkdownSegments.Of(cell.Text) is not { } segments)
        {
            Lost($"not imported: {cell.Name}: its lists, quotations or tags are nested too deep to be read; write it flatter");
            return;
        }

        foreach (var (question, markdown) in place.Read(cell, segments, remarks))
        {
            if (question is null)
            {
                outside.Add(cell with { Text = markdown });
            }
            else if (IsRepeated(question, cell with { Text = markdown }))
            {
                Changed($"kept once: {cell.Name} stands twice under {question.Id}");
            }
            else
            {
                var (text, missing) = CellPictures.Attached(Of(question), cell, markdown);
                Of(question).AddProse(text);
                foreach (var name in missing)
                    Lost($"not imported: {Printable.Of(name)}, which is attached to {cell.Name}: only PNG and JPEG pictures of at most 1 MiB are");
            }
        }
    }

    private void Lost(string text) => remarks.Add(new ImportRemark(text, IsLoss: true));

    private void Changed(string text) => remarks.Add(new ImportRemark(text, IsLoss: false));

    // Short cells, such as a step of an optimiser, may well stand twice on purpose.
    private bool IsRepeated(Question question, ImportedCell cell) =>
        cell.Text.Trim().Length >= FewestCharactersToRepeat && !Of(question).IsNew(cell) && cell.Text.Contains('\n');

    private ImportedQuestion Of(Question question) =>
        found.TryGetValue(question.Id, out var known) ? known : found[question.Id] = new ImportedQuestion(question);
}
