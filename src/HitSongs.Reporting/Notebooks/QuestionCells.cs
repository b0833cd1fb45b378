using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Notebooks;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Text;
using HitSongs.Songs;
using HitSongs.SourceFiles;
using Microsoft.DotNet.Interactive.Documents;

namespace HitSongs.Reporting.Notebooks;

/// <summary>A question, its answer, and its demonstration on the inputs of the graded run.</summary>
internal static class QuestionCells
{
    private const double UsualSeconds = 60;

    public static IEnumerable<NotebookCell> OfSection(Report report, SectionGrade section) =>
        section
            .Questions.SelectMany(question => Of(report, question))
            .Prepend(NotebookCell.Markdown(section.Id, "section", $"{HeadingLink.Anchor(section.Title)}\n## {section.Title}"));

    /// <summary>A program of the submission. One that was too much for the graded run is shown with what became of it and not run again; so is one that is
    /// nested too deep to be parsed.</summary>
    public static NotebookCell Program(Report report, string question, string part, ProgramRun program, IEnumerable<InteractiveDocumentOutputElement> graded)
    {
        var source = Capped.Of(program.Source);
        var runs =
            !SourceNesting.IsTooDeep(source.Text)
            && source.Note is null
            && (program.Outcome is RunOutcome.Completed or RunOutcome.Crashed or RunOutcome.DidNotCompile or RunOutcome.Unreadable);
        var seconds = report.Questions.FirstOrDefault(known => known.Id == question)?.Seconds ?? UsualSeconds;
        return new NotebookCell(
            question,
            source.Note is null ? part : $"start-of-{part}",
            runs ? CellKind.Program : CellKind.Shown,
            runs ? ProgramStatements.Brace(source.Text) : WithNote(source, "// "),
            seconds,
            [.. Printed(program), .. graded, .. Ended(program)]
        );
    }

    private static IEnumerable<NotebookCell> Of(Report report, QuestionGrade question)
    {
        var prompt = report.PromptOf(question.Id)?.Trim();
        var heading = $"{HeadingLink.Anchor(question.Title)}\n### {question.Title}";
        yield return NotebookCell.Markdown(question.Id, "prompt", string.IsNullOrEmpty(prompt) ? heading : $"{heading}\n\n{Quoted(prompt)}");
        var evidence = report.EvidenceOf(question.Id);
        yield return Answer(report, question.Id, evidence);
        foreach (var cell in evidence?.Demonstration is { } demonstration ? Demonstration(report, question.Id, demonstration) : [])
        {
            yield return cell;
        }

        foreach (var cell in evidence?.Model is { } model ? ModelCells.Of(report, question.Id, model) : [])
        {
            yield return cell;
        }
    }

    /// <summary>Prompt as a quotation, told apart from the answer.</summary>
    private static string Quoted(string prompt) =>
        string.Join('\n', prompt.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}"));

    private static NotebookCell Answer(Report report, string question, QuestionEvidence? evidence)
    {
        if (evidence?.Answer is not { } answer || string.IsNullOrWhiteSpace(answer.Body))
        {
            return NotebookCell.Markdown(question, "no-answer", "*No answer was handed in.*");
        }

        var shown = Capped.Of(answer.Body);
        if (shown.Note is not null)
        {
            return NotebookCell.Markdown(question, "start-of-answer", RawMarkup.Defuse(WithNote(shown, "*", "*")).Text);
        }

        var (defused, sign) = RawMarkup.Defuse(shown.Text);
        var (text, lowered) = Headings.Lower(defused);
        var (attached, pictures) = AttachedFigures.Attach(text, report, evidence);
        return NotebookCell.Markdown(question, "answer", attached) with
        {
            HeadingsLowered = lowered,
            TagSign = sign,
            FrontMatter = answer.Text.EndsWith(answer.Body, StringComparison.Ordinal) ? answer.Text[..^answer.Body.Length] : "",
            Attachments = pictures,
        };
    }

    private static IEnumerable<NotebookCell> Demonstration(Report report, string question, DemonstrationRun run)
    {
        var program = Program(report, question, "demonstration", run.Program, [.. Observed(run.Observations), .. Pictures(run)]);
        if (run.Program.File.EndsWith("analysis.cs", StringComparison.Ordinal))
        {
            return program.Kind == CellKind.Program && report.Evidence.Songs is { } songs && run.Inputs["songs"] is { } seed
                ? [NotebookCell.Script(question, "songs", Drawn(songs.Card, (int)seed)), program]
                : [program with { Kind = CellKind.Shown }];
        }

        var inputs = InputLayout.Of(run.Inputs);
        return program.Kind == CellKind.Program
            ? [NotebookCell.Script(question, "inputs", inputs) with { Folded = inputs.Length > InputLayout.Long }, program]
            : [program];
    }

    /// <summary>The songs that the graded run was given.</summary>
    private static string Drawn(DataCard card, int seed)
    {
        var files = string.Join(", ", card.Files.Select(file => $"\"../data/{file.Name}\""));
        return $"Given(DrawnSongs.Of(SongFiles.Read([{files}]).Songs, {seed}));";
    }

    private static string WithNote(Capped text, string before = "", string after = "") =>
        text.Note is null ? text.Text : $"{text.Text}\n\n{before}{text.Note}{after}";

    private static IEnumerable<InteractiveDocumentOutputElement> Printed(ProgramRun program) =>
        program.Output.Length == 0 ? [] : [Cell.Stream(StableText.Of(WithNote(Capped.Of(program.Output))))];

    private static IEnumerable<InteractiveDocumentOutputElement> Ended(ProgramRun program) =>
        program.Outcome == RunOutcome.Completed ? [] : [Cell.Error(program.Outcome.ToString(), program.Reason)];

    private static IEnumerable<InteractiveDocumentOutputElement> Pictures(DemonstrationRun run) =>
        (run.Figures ?? []).Select(figure => Cell.Image(Convert.FromBase64String(figure.Png), figure.Name));

    private static IEnumerable<InteractiveDocumentOutputElement> Observed(IReadOnlyList<Observation> observations)
    {
        if (observations.Count == 0)
        {
            return [];
        }

        var (shown, note) = CappedRows.Of(observations);
        var seen = shown.Select(one => (one.Name, Value: StableText.Of(Words.Value(one.Value)))).ToList();
        IReadOnlyList<string[]> rest = note is null ? [] : [[note, ""]];
        return
        [
            Cell.Html(
                new Table("", ["Observed", "Value"], []).Bare([.. seen.Select(one => new[] { one.Name, one.Value }), .. rest]),
                string.Join('\n', [.. seen.Select(one => $"{one.Name}: {one.Value}"), .. rest.Select(row => row[0])])
            ),
        ];
    }
}
