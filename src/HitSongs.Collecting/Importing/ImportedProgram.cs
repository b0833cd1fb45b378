using HitSongs.Collecting.Compile;
using HitSongs.Programs.Joining;

namespace HitSongs.Collecting.Importing;

/// <summary>A program made of a question's cells, compiled there and then.</summary>
/// <param name="Code">Empty where no cell is C#.</param>
/// <param name="Refused">Cells that could not be joined, each with the reason.</param>
internal sealed record ImportedProgram(
    string Code,
    IReadOnlyList<ImportRemark> Remarks,
    IReadOnlyList<(int Cell, string Reason)> Refused,
    IReadOnlyCollection<int> Taken
)
{
    /// <param name="file">As remarks name it.</param>
    /// <param name="cells">The question's cells.</param>
    /// <param name="others">All other C# cells above the last of them.</param>
    public static async Task<ImportedProgram> MakeAsync(
        string file,
        IReadOnlyList<CellCode> cells,
        IReadOnlyList<CellCode> others,
        Compiler compiler,
        CancellationToken cancel
    )
    {
        if (cells is [{ IsProgram: true } whole])
        {
            return new ImportedProgram(whole.Code, [], [], []);
        }

        var attempt = await new JoinAttempts(cells, others, compiler).BestAsync(cancel);
        var joined = attempt.Program;
        var remarks = joined.Remarks
            .Concat(attempt.LeftOut.Select(directive => $"left out of the program: {directive} opens nothing that is here"))
            .Concat(OfferedPackages.Missing(joined.Packages).Select(package =>
                $"the package {package.Package}, which cell {package.Cell} asks for, is not among those that programs can use"))
            .Select(remark => new ImportRemark($"{file}: {remark}", IsLoss: false))
            .ToList();
        if (attempt.Error is { } error)
        {
            var cell = error.Line is { } line && line <= joined.CellOfLine.Count ? $"cell {joined.CellOfLine[line - 1]}: " : "";
            remarks.Add(new ImportRemark($"{file} does not compile: {cell}{error.Message}", IsLoss: true));
        }

        return new ImportedProgram(joined.Code, remarks, [.. joined.Refused, .. attempt.Refused], joined.Taken);
    }
}
