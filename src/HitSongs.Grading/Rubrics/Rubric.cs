namespace HitSongs.Grading.Rubrics;

/// <summary>Marking scheme for submissions: the content of the folder rubric/.</summary>
/// <param name="PassMark">Share of the points that passes, 0 to 1.</param>
/// <param name="Sections">In the order of rubric.yaml.</param>
/// <param name="Sha256">Lower-case hex, over the relative path and the bytes of every file of the folder.</param>
public sealed record Rubric(string Title, double PassMark, IReadOnlyList<RubricSection> Sections, string Sha256)
{
    /// <summary>Every question, in the order of the sections.</summary>
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>The rubric with some of its questions alone; ids that it does not have are left out.</summary>
    public Rubric Select(IReadOnlyCollection<string> questions) =>
        this with
        {
            Sections =
            [
                .. Sections
                    .Select(section => section with { Questions = [.. section.Questions.Where(question => questions.Contains(question.Id))] })
                    .Where(section => section.Questions.Count > 0),
            ],
        };
}

/// <param name="Id">The folder of its questions, such as "evaluation/pytorch".</param>
/// <param name="Questions">In the natural order of their file names: 2 before 10.</param>
/// <param name="PassMark">Share of its points below which the whole does not pass, 0 to 1; null where it has no mark of its own.</param>
public sealed record RubricSection(string Id, string Title, IReadOnlyList<Question> Questions, double? PassMark = null);
