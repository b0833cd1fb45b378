using System.Text.Json.Nodes;
using HitSongs.Reporting.Notebooks;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>Programs of a submission that are nested so deep that the compiler's parser would end the process.</summary>
internal sealed class DeepProgramTests
{
    [TestCase("(")]
    [TestCase("{")]
    [TestCase("A<int, ")]
    [TestCase("$\"{")]
    public void A_program_that_is_nested_too_deep_is_shown_as_it_is_and_not_run(string level)
    {
        var program = $"var x = {string.Concat(Enumerable.Repeat(level, 5_000))}1;";

        var cells = JsonNode.Parse(Notebook.Write(SampleReport.Create(code: program), ExecutedCells.None))!["cells"]!.AsArray();

        Assert.That(ProgramStatements.Brace(program), Is.EqualTo(program));
        Assert.That(cells.Select(cell => string.Concat(cell!["source"]!.AsArray().Select(line => $"{line}"))), Has.Some.EqualTo(program));
        Assert.That(Notebook.ToRun(SampleReport.Create(code: program)).Select(cell => cell.Code), Has.None.Contains(level + level));
    }
}
