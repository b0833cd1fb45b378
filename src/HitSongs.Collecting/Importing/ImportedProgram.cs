using HitSongs.Collecting.Compile;
using HitSongs.Programs.Joining;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Importing;

/// <summary>A program made of a question's cells, compiled there and then.</summary>
/// <param name="Code">Empty where no cell is C#.</param>
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

        var joined = ProgramJoiner.Join(cells, others, _ => false);
        var errors = await ErrorsAsync(joined, compiler, cancel);
        if (errors.Count > 0 && others.Count > 0)
        {
            // Perhaps it leans on what cells elsewhere use; but not on those of their packages that are not here.
            var missing = new HashSet<string>(StringComparer.Ordinal);
            var withUsings = ProgramJoiner.Join(cells, others, _ => true);
            var left = await ErrorsAsync(withUsings, compiler, cancel);
            while (
                left is [(_, { } at)]
                && withUsings.Code.Split('\n')[at - 1] is var line
                && line.StartsWith("using ", StringComparison.Ordinal)
                && missing.Add(line)
            )
            {
                withUsings = ProgramJoiner.Join(cells, others, directive => !missing.Contains(directive));
                left = await ErrorsAsync(withUsings, compiler, cancel);
            }

            (joined, errors) = left.Count < errors.Count ? (withUsings, left) : (joined, errors);
        }

        var remarks = joined.Remarks.Select(remark => new ImportRemark($"{file}: {remark}", IsLoss: false)).ToList();
        remarks.AddRange(
            errors
                .GroupBy(error => error.Line is { } line && line <= joined.CellOfLine.Count ? joined.CellOfLine[line - 1] : 0)
                .Select(cell => new ImportRemark(
                    $"{file} does not compile: "
                        + $"{(cell.Key == 0 ? "" : $"cell {cell.Key}: ")}{cell.First().Message}{(cell.Count() > 1 ? $" (and {cell.Count() - 1} more)" : "")}",
                    IsLoss: true
                ))
        );
        return new ImportedProgram(joined.Code, remarks, joined.Refused, joined.Taken);
    }

    private static async Task<List<(string Message, int? Line)>> ErrorsAsync(JoinedProgram program, Compiler compiler, CancellationToken cancel)
    {
        if (program.Code.Length == 0)
        {
            return [];
        }

        using var folder = new TemporaryFolder();
        var compiled = await compiler.CompileAsync(new CompilerInput(program.Code, "exe", References.OfSubmissions), folder.Path, cancel);
        return compiled.Program is null ? [(compiled.Error, compiled.Line)] : [];
    }
}
