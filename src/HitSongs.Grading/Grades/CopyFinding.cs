namespace HitSongs.Grading.Grades;

/// <summary>A passage of an answer that stands in another text too.</summary>
/// <param name="Question">Whose answer it is, by id.</param>
/// <param name="File">Path of the answer in the submission.</param>
/// <param name="Line">Where the passage starts there; 1 for the first line.</param>
/// <param name="Passage">As it stands there; of a long one the start.</param>
/// <param name="Source">The other text: "the prompt", the path of another answer, or that and the submission it belongs to.</param>
/// <param name="SourceLine">Where the passage starts in the other text.</param>
/// <param name="SourcePassage">As it stands in the other text; of a long one the start.</param>
/// <param name="Words">How many words they share in a row.</param>
public sealed record CopyFinding(string Question, string File, int Line, string Passage, string Source, int SourceLine, string SourcePassage, int Words);
