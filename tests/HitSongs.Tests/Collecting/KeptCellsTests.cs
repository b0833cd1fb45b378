using HitSongs.Collecting.Run;
using HitSongs.Notebooks;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

public sealed class KeptCellsTests
{
    private static readonly CodeCell[] Cells = [new("a", "1 + 1", Program: false, 5)];
    private static readonly CellResult[] Results = [new("a", [CellOutput.Of("2"), CellOutput.Of(new CellTable(["x"], [["1"]])), CellOutput.Printed("p\n")])];

    private TemporaryFolder folder = null!;
    private KeptCells kept = null!;
    private string songs = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        kept = new KeptCells(Path.Combine(folder.Path, "cache"));
        songs = Path.Combine(folder.Path, "songs.csv");
        File.WriteAllText(songs, "id\n1\n");
        kept.Keep(Cells, [songs], Results);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_same_cells_beside_the_same_songs_show_what_they_showed()
    {
        var found = kept.Find(Cells, [songs])!;

        Assert.Multiple(() =>
        {
            Assert.That(found.Single().Outputs.Select(output => (output.Value, output.Stream)), Is.EqualTo(new[] { ("2", (string?)null), (null, null), (null, "p\n") }));
            Assert.That(found.Single().Outputs[1].Table!.Rows.Single(), Is.EqualTo(new[] { "1" }));
        });
    }

    [Test]
    public void Other_code_and_other_songs_are_run_anew()
    {
        var code = kept.Find([Cells[0] with { Code = "1 + 2" }], [songs]);
        File.WriteAllText(songs, "id\n2\n");

        Assert.That((code, kept.Find(Cells, [songs]), kept.Find(Cells, [])), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
    }

    [Test]
    public void A_cell_that_failed_is_run_again()
    {
        CodeCell[] other = [Cells[0] with { Id = "b" }];
        kept.Keep(other, [songs], [new CellResult("b", [CellOutput.Failed("TimeoutException", "it took too long", null)])]);

        Assert.That(kept.Find(other, [songs]), Is.Null);
    }
}
