namespace HitSongs.Grading.Choices;

/// <summary>A line of an answered form without the marks that only make it look as it does.</summary>
/// <param name="Number">Number of the line in the answer, from 1.</param>
/// <param name="Text">What is read of it.</param>
/// <param name="Source">The line as it stands in the answer.</param>
/// <param name="Fence">Number of the code fence that it stands in; 0 where it stands in none.</param>
internal readonly record struct FormLine(int Number, string Text, string Source, int Fence);
