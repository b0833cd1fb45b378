using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Pipeline.Songs;
using HitSongs.Programs.Notebooks;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Notebooks;

/// <summary>A question, its answer, and its demonstration on the inputs of the graded run.</summary>
internal static class QuestionCells
{
    private const double UsualSeconds = 60;

    public static IEnumerable<NotebookCell> OfSection(Report report, SectionGrade section) =>
        section.Questions.SelectMany(question => Of(report, question)).Prepend(NotebookCell.Markdown(section.Id, "section", $"## {section.Title}"));

    /// <summary>A program of the submission. One that was too much for the graded run is shown with what became of it and not run again.</summary>
    public static NotebookCell Program(Report report, string question, string part, ProgramRun program, IEnumerable<JsonObject> graded)
    {
        var source = Capped.Of(program.Source);
        var runs = source.Note is null && program.Outcome is RunOutcome.Completed or RunOutcome.Crashed or RunOutcome.DidNotCompile or RunOutcome.Unreadable;
        var seconds = report.Questions.FirstOrDefault(known => known.Id == question)?.Seconds ?? UsualSeconds;
        return new NotebookCell(question, source.Note is null ? part : $"start-of-{part}", runs ? CellKind.Program : CellKind.Shown, runs ? BracedProgram.Wrap(source.Text) : WithNote(source, "// "), seconds, [.. Printed(program), .. graded, .. Ended(program)]);
    }

    private static IEnumerable<NotebookCell> Of(Report report, QuestionGrade question)
    {
        var prompt = report.PromptOf(question.Id)?.Trim();
        var heading = $"### {question.Title}";
        yield return NotebookCell.Markdown(question.Id, "prompt", string.IsNullOrEmpty(prompt) ? heading : $"{heading}\n\n{prompt}");
        var evidence = report.EvidenceOf(question.Id);
        yield return Answer(question.Id, evidence?.Answer);
        foreach (var cell in evidence?.Demonstration is { } demonstration ? Demonstration(report, question.Id, demonstration) : [])
        {
            yield return cell;
        }

        foreach (var cell in evidence?.Model is { } model ? ModelCells.Of(report, question.Id, model) : [])
        {
            yield return cell;
        }
    }

    private static NotebookCell Answer(string question, AnswerText? answer)
    {
        if (string.IsNullOrWhiteSpace(answer?.Body))
        {
            return NotebookCell.Markdown(question, "no-answer", "*No answer was handed in.*");
        }

        var shown = Capped.Of(answer.Body);
        var (text, lowered) = Headings.Lower(shown.Text);
        return shown.Note is null
            ? NotebookCell.Markdown(question, "answer", text) with { HeadingsLowered = lowered, FrontMatter = answer.Text.EndsWith(answer.Body, StringComparison.Ordinal) ? answer.Text[..^answer.Body.Length] : "" }
            : NotebookCell.Markdown(question, "start-of-answer", WithNote(shown, "*", "*"));
    }

    private static IEnumerable<NotebookCell> Demonstration(Report report, string question, DemonstrationRun run)
    {
        var program = Program(report, question, "demonstration", run.Program, run.Observations.Count == 0 ? [] : [Observed(run.Observations)]);
        if (run.Program.File.EndsWith("analysis.cs", StringComparison.Ordinal))
        {
            return program.Kind == CellKind.Program && report.Evidence.Songs is { } songs && run.Inputs["songs"] is { } seed
                ? [NotebookCell.Script(question, "songs", Drawn(songs.Card, (int)seed)), program]
                : [program with { Kind = CellKind.Shown }];
        }

        // Between two strings of JSON there is always another character, so that it cannot end the literal.
        return program.Kind == CellKind.Program
            ? [NotebookCell.Script(question, "inputs", $"Given(\"\"\"{run.Inputs.ToJsonString()}\"\"\");"), program]
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

    private static IEnumerable<JsonObject> Printed(ProgramRun program) => program.Output.Length == 0 ? [] : [Cell.Stream(WithNote(Capped.Of(program.Output)))];

    private static IEnumerable<JsonObject> Ended(ProgramRun program) =>
        program.Outcome == RunOutcome.Completed ? [] : [Cell.Error(program.Outcome.ToString(), program.Reason)];

    private static JsonObject Observed(IReadOnlyList<Observation> observations) => Cell.Html(
        new Table("", ["Observed", "Value"], []).Bare(observations.Select(seen => new[] { seen.Name, Words.Value(seen.Value) })),
        string.Join('\n', observations.Select(seen => $"{seen.Name}: {Words.Value(seen.Value)}")));
}
