namespace HitSongs.Programs.Joining;

/// <summary>A program that was made of cells.</summary>
/// <param name="Code">Empty where no cell could be joined.</param>
/// <param name="CellOfLine">For each line of the code the number of the cell that it comes from.</param>
/// <param name="Remarks">What was changed, one line each; each names its cell.</param>
/// <param name="Refused">Cells that are no C#, with the reason.</param>
/// <param name="Taken">Numbers of the cells from elsewhere that it took something from.</param>
internal sealed record JoinedProgram(
    string Code,
    IReadOnlyList<int> CellOfLine,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<(int Cell, string Reason)> Refused,
    IReadOnlyCollection<int> Taken
)
{
    /// <summary>The packages that cells ask for, each with the cell's number.</summary>
    public IReadOnlyList<(string Package, int Cell)> Packages { get; init; } = [];
}
