using Microsoft.DotNet.Interactive.Documents;

namespace HitSongs.Reporting.Notebooks;

/// <summary>Purpose of a notebook cell.</summary>
internal enum CellKind
{
    Markdown,

    /// <summary>A call of the harness; later cells see what it declares.</summary>
    Script,

    /// <summary>A whole program of the submission.</summary>
    Program,

    /// <summary>A chart that the harness drew.</summary>
    Chart,

    /// <summary>Code that is shown and not run.</summary>
    Shown,
}

/// <summary>A cell before it is run and written.</summary>
/// <param name="Of">What it belongs to, such as a question's id.</param>
/// <param name="Part">Which of its cells; letters and hyphens.</param>
/// <param name="Seconds">How long it may run.</param>
/// <param name="Stored">Outputs to show where it is not run.</param>
internal sealed record NotebookCell(string Of, string Part, CellKind Kind, string Text, double Seconds, IReadOnlyList<InteractiveDocumentOutputElement> Stored)
{
    /// <summary>Front matter above the text in the file it came from.</summary>
    public string FrontMatter { get; init; } = "";

    /// <summary>By how many levels its headings stand lower than in that file.</summary>
    public int HeadingsLowered { get; init; }

    /// <summary>Escape in it for each bracket that began a tag of HTML; empty where there was none.</summary>
    public string TagSign { get; init; } = "";

    /// <summary>Pictures that its text shows, in base 64, by the name that stands there behind "attachment:".</summary>
    public IReadOnlyDictionary<string, string> Attachments { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether its text is folded where readers have a way to unfold it.</summary>
    public bool Folded { get; init; }

    public string Id => Cell.Id(Of, Part);

    public bool Runs => Kind is CellKind.Script or CellKind.Program;

    public static NotebookCell Markdown(string of, string part, string text) => new(of, part, CellKind.Markdown, text, 0, []);

    public static NotebookCell Script(string of, string part, string code, params InteractiveDocumentOutputElement[] stored) =>
        new(of, part, CellKind.Script, code, 30, stored);
}
