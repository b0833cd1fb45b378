namespace HitSongs.Studies;

/// <summary>The study's answer to one research question, so that a reader can doubt it.</summary>
/// <param name="Id">Stable id such as "release-date".</param>
/// <param name="Question">What was asked.</param>
/// <param name="Statement">The answer in words.</param>
/// <param name="Figures">Names of the figures that it rests on.</param>
/// <param name="Caveat">What the data cannot tell.</param>
/// <param name="Overturned">The evidence that would overturn it.</param>
public sealed record Conclusion(string Id, string Question, string Statement, IReadOnlyList<string> Figures, string Caveat, string Overturned);
