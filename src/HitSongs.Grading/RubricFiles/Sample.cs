namespace HitSongs.Grading.RubricFiles;

/// <summary>An answer that a person has marked: the yardstick of a rubric.</summary>
/// <param name="Id">Unique among the samples of its question.</param>
/// <param name="Kind">What sort of answer it is, such as "half" or "keywords".</param>
/// <param name="IsHeldOut">Held out: not looked at while the rubric is tuned.</param>
/// <param name="Marks">Points that the person gave, by criterion; criteria of prose that are left out got 0.</param>
/// <param name="Line">Where it stands in its file.</param>
public sealed record Sample(string Id, string Kind, bool IsHeldOut, IReadOnlyDictionary<string, double> Marks, string Answer, int Line);
