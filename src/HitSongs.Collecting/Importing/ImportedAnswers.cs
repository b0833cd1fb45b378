namespace HitSongs.Collecting.Importing;

/// <summary>A notebook's answers to a rubric's questions: files to write, and what found no place.</summary>
/// <param name="Files">By path relative to the submission.</param>
/// <param name="Pictures">The charts of its outputs, by path relative to the submission.</param>
/// <param name="Remarks">One line each.</param>
internal sealed record ImportedAnswers(
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, byte[]> Pictures,
    IReadOnlyList<ImportRemark> Remarks
);

/// <summary>Remark for the notebook's author.</summary>
/// <param name="IsLoss">Whether something of the notebook is missing in the answers, or does not work there.</param>
internal readonly record struct ImportRemark(string Text, bool IsLoss);
