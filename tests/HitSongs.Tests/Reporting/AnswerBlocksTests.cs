using FsCheck;
using FsCheck.Fluent;
using HitSongs.Reporting.Html;

namespace HitSongs.Tests.Reporting;

internal sealed class AnswerBlocksTests
{
    [FsCheck.NUnit.Property]
    public Property A_line_lies_in_the_last_block_that_starts_at_or_above_it_and_above_all_in_the_first() => Prop.ForAll<int[], int>((starts, line) =>
    {
        int[] sorted = [.. starts.Append(1).Order()];
        return AnswerBlocks.StartOf(sorted, line) == sorted.LastOrDefault(start => start <= line, sorted[0]);
    });
}
