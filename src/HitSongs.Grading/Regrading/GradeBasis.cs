namespace HitSongs.Grading.Regrading;

/// <summary>Basis of a kept grade: the content of <c>grade.basis.json</c> beside grade.json. Where a part of it has changed, so may have the grade.</summary>
/// <param name="Harness">Which build of the harness graded.</param>
/// <param name="Grade">SHA-256 of grade.json.</param>
/// <param name="Evidence">As of <see cref="EvidenceStamp"/>.</param>
/// <param name="Marks">SHA-256 of marks.yaml; empty where there was none.</param>
/// <param name="Questions">In the rubric's order.</param>
internal sealed record GradeBasis(string Harness, string Grade, string Evidence, string Marks, IReadOnlyList<QuestionBasis> Questions);

/// <param name="Key">As of <see cref="RubricFiles.RubricOutline.KeyOf"/>.</param>
/// <param name="Prompt">SHA-256 of what was asked, from which copies are told.</param>
internal sealed record QuestionBasis(string Id, string Key, string Prompt);
