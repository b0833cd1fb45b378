using HitSongs.Grading.Evidence;
using HitSongs.Grading.Prose;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>Every file of the submission that the report shows, by question and part, and the way to each of their lines.</summary>
internal sealed class Sources
{
    private readonly Dictionary<string, SourceView> _byId = [];
    private readonly Dictionary<string, SourceView> _byFile = [];

    private readonly ILookup<string, int> _linked;

    public Sources(Report report)
    {
        _linked = Linked(report).ToLookup(place => place.File, place => place.Line, StringComparer.Ordinal);
        foreach (var question in report.Grade.Sections.SelectMany(section => section.Questions))
        {
            var evidence = report.EvidenceOf(question.Id);
            Add(question.Id, "answer", evidence?.Answer?.File, evidence?.Answer?.Text, BlocksOf(evidence?.Answer));
            foreach (var figure in evidence?.Figures ?? [])
            {
                Add(question.Id, $"figure/{Path.GetFileNameWithoutExtension(figure.File)}", figure.File, figure.Text);
            }

            Add(question.Id, "demonstration", evidence?.Demonstration?.Program);
            Add(question.Id, "model", evidence?.Model?.Program);
        }
    }

    public SourceView? Of(string question, string part) => _byId.GetValueOrDefault(Id(question, part));

    /// <summary>The file's name and the line, as a link where that line is shown: there stands its whole path.</summary>
    public HtmlText Link(string file, int line) => _byFile.TryGetValue(file, out var view) && line >= 1 && line <= view.Lines.Count
        ? HtmlText.Of($"""<a href="#{view.LineId(line)}">{file[(file.LastIndexOf('/') + 1)..]}:{line}</a>""")
        : HtmlText.Of($"{file}:{line}");

    /// <summary>The charts that an answer embeds, as their specifications.</summary>
    public IEnumerable<SourceView> FiguresOf(QuestionEvidence? evidence) =>
        (evidence?.Figures ?? []).Select(figure => _byFile.GetValueOrDefault(figure.File)).OfType<SourceView>();

    /// <summary>Every place that the page leads to.</summary>
    private static IEnumerable<(string File, int Line)> Linked(Report report) =>
        [
            .. report
                .Grade.Sections.SelectMany(section => section.Questions)
                .SelectMany(question => question.Criteria)
                .SelectMany(score => score.Evidence)
                .Select(quote => (quote.File, quote.Line)),
            .. report.Grade.Copies.SelectMany(copy => ((string, int)[])[(copy.File, copy.Line), (copy.Source, copy.SourceLine)]),
            .. report.Evidence.Questions.SelectMany(question => Linked(question.Demonstration)),
            .. report.Evidence.Questions.Select(question => question.Model?.Program).OfType<ProgramRun>().Select(program => (program.File, program.Line ?? 0)),
        ];

    private static IEnumerable<(string File, int Line)> Linked(DemonstrationRun? run) => run is null ? [] :
    [
        (run.Program.File, run.Program.Line ?? 0),
        .. run.Checks.Select(check => (run.Program.File, check.Line ?? 0)),
        .. run.Observations.Select(seen => (run.Program.File, seen.Line)),
    ];

    private static string Id(string question, string part) => $"{Anchor.Question(question)}/{part}";

    private void Add(string question, string part, ProgramRun? program) => Add(question, part, program?.File, program?.Source);

    /// <summary>Line numbers are those of the file, above whose text a front matter may stand.</summary>
    private static List<int>? BlocksOf(AnswerText? answer)
    {
        var shown = Capped.Of(answer?.Body ?? "").Text;
        var above = answer is null ? 0 : answer.Text.Count(character => character == '\n') - answer.Body.Count(character => character == '\n');
        return AnswerBlocks.Starts(HtmlHandler.Visible(shown)) is [_, ..] starts ? [.. starts.Select(start => start + above)] : null;
    }

    private void Add(string question, string part, string? file, string? text, IReadOnlyList<int>? blocks = null)
    {
        if (string.IsNullOrEmpty(file) || string.IsNullOrEmpty(text))
        {
            return;
        }

        var view = SourceView.Of(file, Id(question, part), text, _linked[file].ToHashSet()) with { Blocks = blocks };
        _byId[view.Id] = view;
        // Where several questions share a file, its first place is the one that links lead to.
        _byFile.TryAdd(file, view);
    }
}
