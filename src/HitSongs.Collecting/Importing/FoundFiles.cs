using HitSongs.Collecting.Compile;
using HitSongs.Programs.Joining;

namespace HitSongs.Collecting.Importing;

/// <summary>The files of answers/ that a notebook's cells make, once it is known whose they are.</summary>
/// <param name="found">The questions that cells belong to, by id.</param>
/// <param name="csharp">Every C# cell, and the program that it is part of; null outside of all questions.</param>
/// <param name="outside">Cells of no question.</param>
/// <param name="remarks">What there was to say so far; takes the rest.</param>
internal sealed class FoundFiles(
    IReadOnlyDictionary<string, ImportedQuestion> found,
    IReadOnlyList<(CellCode Code, string? Program)> csharp,
    IReadOnlyList<ImportedCell> outside,
    List<ImportRemark> remarks
)
{
    public async Task<ImportedAnswers> MakeAsync(Compiler compiler, CancellationToken cancel)
    {
        var (files, pictures, used) = (
            new SortedDictionary<string, string>(StringComparer.Ordinal),
            new SortedDictionary<string, byte[]>(StringComparer.Ordinal),
            new HashSet<int>()
        );
        foreach (var (id, question) in found.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var (name, cells) in question.Programs)
            {
                var path = $"answers/{id}/{name}";
                var others = csharp.Where(cell => cell.Program != path && cell.Code.Number < cells[^1].Number).Select(cell => cell.Code).ToList();
                var program = await ImportedProgram.MakeAsync(path, cells, others, compiler, cancel);
                remarks.AddRange(program.Remarks);
                used.UnionWith(program.Taken);
                foreach (var (number, reason) in program.Refused)
                {
                    question.Quote(ImportedCell.CSharp, string.Join('\n', cells.Where(cell => cell.Number == number).Select(cell => cell.Code)));
                    remarks.Add(new ImportRemark($"kept as a quotation, not run: cell {number} cannot be joined to {path}: {reason}", IsLoss: true));
                }

                if (program.Code.Length > 0)
                {
                    files[path] = program.Code;
                }
            }

            if (question.Answer is { } answer)
            {
                files[$"answers/{id}/answer.md"] = answer;
            }

            foreach (var (name, bytes) in question.Pictures)
            {
                pictures[$"answers/{id}/{name}"] = bytes;
            }
        }

        remarks.AddRange(
            outside
                .Where(cell => !used.Contains(cell.Number) && !HoldsUsingsAlone(cell))
                .Select(cell => new ImportRemark($"not imported: {cell.Name}: it stands under no question", IsLoss: true))
        );
        return new ImportedAnswers(files, pictures, remarks);
    }

    private static bool HoldsUsingsAlone(ImportedCell cell) =>
        cell.Language == ImportedCell.CSharp && ProgramJoiner.HoldsUsingsAlone(new CellCode(cell.Number, cell.Text));
}
