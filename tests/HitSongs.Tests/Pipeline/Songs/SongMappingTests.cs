using HitSongs.Pipeline.Reading;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

public sealed class SongMappingTests
{
    private SongTable table = null!;

    [SetUp]
    public void MakeFolder() => table = new SongTable();

    [TearDown]
    public void RemoveFolder() => table.Dispose();

    [Test]
    public void Columns_of_an_unknown_data_set_are_read_as_the_mapping_says()
    {
        var mapping = SongMapping.Read(table.WriteText("mapping.yaml", """
            name: Mine
            hitThreshold: 30
            artistSeparator: ";"
            columns:
              trackId: id
              artists: who
              popularity: pop
              danceability: dance
            """));
        var path = table.WriteText("mine.csv", "id,who,pop,dance,other\na,One;Two,40,0.25,x\nb,Three,20,,x\n");

        var data = SongFiles.Read([path], mapping: mapping);

        Assert.That((data.Card.Name, data.Card.HitThreshold), Is.EqualTo(("Mine", 30.0)));
        Assert.That(data.Songs.Select(song => (song.Song.PrimaryArtist, song.Hit, song.Song[AudioFeature.Danceability])),
            Is.EqualTo(new[] { ("One", true, 0.25), ("Three", false, double.NaN) }));
        Assert.That(data.Actions.Single().Detail, Is.EqualTo("dance"));
    }

    [Test]
    public void A_column_of_hits_needs_no_threshold()
    {
        var mapping = SongMapping.Read(table.WriteText("mapping.yaml", "columns: {trackId: id, hit: label}\n"));

        var data = SongFiles.Read([table.WriteText("mine.csv", "id,label\na,1\nb,0\n")], mapping: mapping);

        Assert.That(data.Songs.Select(song => song.Hit), Is.EqualTo(new[] { true, false }));
        Assert.That(data.Card.Name, Is.EqualTo("mapping"));
    }

    [TestCase("", 1, "the mapping is empty")]
    [TestCase("name: x\n", 1, "there are no columns")]
    [TestCase("hitThreshold: 5\ncolumns:\n  trackId: id\n  popularty: pop\n", 4, "'popularty' is no key here")]
    [TestCase("hitTreshold: 5\ncolumns: {popularity: pop}\n", 1, "'hitTreshold' is no key here")]
    [TestCase("columns: {trackId: id}\n", 1, "the columns have no label")]
    [TestCase("columns: {popularity: pop}\n", 1, "there is no hitThreshold")]
    [TestCase("hitThreshold: 101\ncolumns: {popularity: pop}\n", 1, "not a number from 0 to 100")]
    [TestCase("hitThreshold: 5\ncolumns: {hit: label}\n", 1, "both a column of hits and a hitThreshold")]
    [TestCase("hitThreshold: 5\ncolumns: {popularity: pop, energy: POP}\n", 2, "named twice")]
    [TestCase("hitThreshold: 5\ncolumns:\n  popularity: [a, b]\n", 3, "a text is expected")]
    [TestCase("a: b: c\n", 1, "it is no YAML")]
    public void A_mapping_that_says_something_else_is_refused_with_its_line(string yaml, int line, string problem)
    {
        var path = table.WriteText("mapping.yaml", yaml);

        var refusal = Assert.Throws<InvalidInputException>(() => SongMapping.Read(path));

        Assert.That(refusal!.Message, Does.StartWith($"{path}:{line}: ").And.Contains(problem));
        Assert.That(refusal.Message, Does.Not.Contain('\n'));
    }

    [Test]
    public void A_column_that_the_file_does_not_have_is_named()
    {
        var mapping = SongMapping.Read(table.WriteText("mapping.yaml", "hitThreshold: 5\ncolumns: {popularity: pop, energy: e}\n"));

        Assert.That(() => SongFiles.Read([table.WriteText("mine.csv", "pop\n5\n")], mapping: mapping),
            Throws.InstanceOf<InvalidInputException>().With.Message.Contains("the header lacks the column e that the mapping names"));
    }

    [Test]
    public void A_mapping_that_is_not_there_is_named() =>
        Assert.That(
            () => SongMapping.Read(Path.Combine(table.Folder, "none.yaml")),
            Throws.InstanceOf<InvalidInputException>().With.Message.Contains("none.yaml")
        );
}
