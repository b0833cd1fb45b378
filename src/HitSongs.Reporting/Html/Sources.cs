using HitSongs.Grading.Evidence;

namespace HitSongs.Reporting.Html;

/// <summary>Every file of the submission that the report shows, by question and part, and the way to each of their lines.</summary>
internal sealed class Sources
{
    private readonly Dictionary<string, SourceView> _byId = [];
    private readonly Dictionary<string, SourceView> _byFile = [];

    public Sources(Report report)
    {
        foreach (var question in report.Grade.Sections.SelectMany(section => section.Questions))
        {
            var evidence = report.EvidenceOf(question.Id);
            Add(question.Id, "answer", evidence?.Answer?.File, evidence?.Answer?.Text);
            foreach (var figure in evidence?.Figures ?? [])
            {
                Add(question.Id, $"figure/{Path.GetFileNameWithoutExtension(figure.File)}", figure.File, figure.Text);
            }

            Add(question.Id, "demonstration", evidence?.Demonstration?.Program);
            Add(question.Id, "model", evidence?.Model?.Program);
        }
    }

    public SourceView? Of(string question, string part) => _byId.GetValueOrDefault(Id(question, part));

    /// <summary>The file's name and the line, as a link where that line is shown; the whole path is its tooltip.</summary>
    public HtmlText Link(string file, int line) => _byFile.TryGetValue(file, out var view) && line >= 1 && line <= view.Lines.Count
        ? HtmlText.Of($"""<a href="#{view.LineId(line)}" title="{file}:{line}">{file[(file.LastIndexOf('/') + 1)..]}:{line}</a>""")
        : HtmlText.Of($"{file}:{line}");

    /// <summary>The charts that an answer embeds, as their specifications.</summary>
    public IEnumerable<SourceView> FiguresOf(QuestionEvidence? evidence) => (evidence?.Figures ?? []).Select(figure => _byFile.GetValueOrDefault(figure.File)).OfType<SourceView>();

    private static string Id(string question, string part) => $"{Anchor.Question(question)}/{part}";

    private void Add(string question, string part, ProgramRun? program) => Add(question, part, program?.File, program?.Source);

    private void Add(string question, string part, string? file, string? text)
    {
        if (string.IsNullOrEmpty(file) || string.IsNullOrEmpty(text))
        {
            return;
        }

        var view = SourceView.Of(file, Id(question, part), text);
        _byId[view.Id] = view;
        // Where several questions share a file, its first place is the one that links lead to.
        _byFile.TryAdd(file, view);
    }
}
