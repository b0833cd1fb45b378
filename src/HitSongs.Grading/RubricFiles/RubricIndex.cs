using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Content of rubric.yaml.</summary>
internal sealed record RubricIndex(string Title, double PassMark, IReadOnlyList<IndexedSection> Sections, VerdictUse VerdictUse);

/// <param name="Questions">Ids, in the natural order of their file names.</param>
internal sealed record IndexedSection(string Id, string Title, IReadOnlyList<string> Questions, double? PassMark);
