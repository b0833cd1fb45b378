using HitSongs.Collecting.Compile;
using HitSongs.Programs.Joining;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Importing;

/// <summary>Joins cells to a program until it compiles: with the `using` directives of cells elsewhere where it needs them, and without what a notebook
/// has and a program has not: packages that are not here, and unsafe code.</summary>
/// <param name="cells">The question's.</param>
/// <param name="others">All other C# cells above the last of them.</param>
internal sealed class JoinAttempts(IReadOnlyList<CellCode> cells, IReadOnlyList<CellCode> others, Compiler compiler)
{
    // What the compiler says of a name that it does not know.
    private static readonly string[] UnknownName = ["CS0103", "CS0234", "CS0246", "CS0400", "CS1061"];

    private const string UnsafeCode = "CS0227";

    /// <summary>The first that compiles; where none does, the first of all.</summary>
    public async Task<JoinAttempt> BestAsync(CancellationToken cancel)
    {
        var alone = await TryAsync(withOthers: false, mayRefuse: others.Count == 0, cancel);
        if (alone.Error is null || others.Count == 0)
        {
            return alone;
        }

        // Perhaps it leans on what cells elsewhere use.
        var together = await TryAsync(withOthers: true, mayRefuse: true, cancel);
        return together.Error is null ? together : alone;
    }

    private async Task<JoinAttempt> TryAsync(bool withOthers, bool mayRefuse, CancellationToken cancel)
    {
        var (without, refused, first) = (new HashSet<string>(StringComparer.Ordinal), new List<(int Cell, string Reason)>(), default(JoinAttempt));
        while (true)
        {
            var left = cells.Where(cell => refused.TrueForAll(one => one.Cell != cell.Number)).ToList();
            var program = ProgramJoiner.Join(left, others, (directive, isOwn) => (isOwn || withOthers) && !without.Contains(directive));
            var error = await ErrorAsync(program, cancel);
            if (error is null)
            {
                return new JoinAttempt(program, null, [.. without.Where(IsOwn)], refused);
            }

            first ??= new JoinAttempt(program, error, [], []);
            if (error is not { Line: { } at } || at > program.CellOfLine.Count)
            {
                return first;
            }

            var (line, number) = (program.Code.Split('\n')[at - 1], program.CellOfLine[at - 1]);
            if (line.StartsWith("using ", StringComparison.Ordinal) && IsUnknownName(error) && without.Add(line))
            {
                continue;
            }

            if (!mayRefuse || !left.Exists(cell => cell.Number == number) || WhyRefused(error, program, refused) is not { } reason)
            {
                return first;
            }

            refused.Add((number, $"{error.Message} ({reason})"));
        }
    }

    /// <summary>Why a program has to do without the cell of an error; null where the author should mend it.</summary>
    private static string? WhyRefused(JoinError error, JoinedProgram program, List<(int Cell, string Reason)> refused) =>
        error.Message.StartsWith(UnsafeCode, StringComparison.Ordinal) ? "programs are compiled without it"
        : !IsUnknownName(error) ? null
        : OfferedPackages.Missing(program.Packages) is [var missing, ..] ? $"the package {missing.Package} of cell {missing.Cell} is not here"
        : refused is [var above, ..] ? $"cell {above.Cell} is not in the program"
        : null;

    private static bool IsUnknownName(JoinError error) => UnknownName.Any(code => error.Message.StartsWith(code, StringComparison.Ordinal));

    private bool IsOwn(string directive) => cells.Any(cell => cell.Code.Contains(directive, StringComparison.Ordinal));

    private async Task<JoinError?> ErrorAsync(JoinedProgram program, CancellationToken cancel)
    {
        if (program.Code.Length == 0)
        {
            return null;
        }

        using var folder = new TemporaryFolder();
        var compiled = await compiler.CompileAsync(new CompilerInput(program.Code, "exe", References.OfSubmissions), folder.Path, cancel);
        return compiled.Program is null ? new JoinError(compiled.Error, compiled.Line) : null;
    }
}

/// <summary>A program that cells were joined to.</summary>
/// <param name="Error">The compiler's first; null where it compiles.</param>
/// <param name="LeftOut">The cells' own `using` directives that open nothing here.</param>
/// <param name="Refused">Cells that were left out of it, with the reason.</param>
internal sealed record JoinAttempt(
    JoinedProgram Program,
    JoinError? Error,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<(int Cell, string Reason)> Refused
);

/// <summary>Compiler error in a program.</summary>
internal sealed record JoinError(string Message, int? Line);
