using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

/// <summary>What must hold for any file, however its rows repeat and contradict each other.</summary>
public sealed class CleaningLawsTests
{
    private static readonly string[] Popularities = ["0", "30", "68", "90", "100", "", "nan", "-3", "150"];

    private SongTable table = null!;

    [SetUp]
    public void MakeFolder() => table = new SongTable();

    [TearDown]
    public void RemoveFolder() => table.Dispose();

    [FsCheck.NUnit.Property]
    public Property Every_row_is_used_or_removed_and_counted_once() => ForRows(data =>
    {
        var removed = data.Card.Actions.Where(action => action.Effect == CleaningEffect.Removed).Sum(action => action.Count);
        return data.Card.RowsRead == data.Card.RowsUsed + removed
            && data.Card.RowsUsed == data.Songs.Count
            && data.Card.Hits == data.Songs.Count(song => song.Hit)
            && data.Card.Actions.All(action => action.Count == data.Actions.Count(row => row.Reason == action.Reason && row.Effect == action.Effect))
            && data.Card.Actions.Sum(action => action.Count) == data.Actions.Count;
    });

    [FsCheck.NUnit.Property]
    public Property Every_track_is_used_once_with_the_highest_popularity_of_its_copies() => ForRows(data =>
        data.Songs.Select(song => song.Song.TrackId).Distinct().Count() == data.Songs.Count
        && data.Songs.All(song => song.Popularity is >= 0 and <= 100 && song.Hit == song.Popularity >= 68));

    [FsCheck.NUnit.Property]
    public Property Songs_that_are_written_and_read_again_are_the_same() =>
        ForRows(data =>
        {
            var rows = data.Songs.Select(song =>
                SongTable.Row(
                    song.Song.TrackId,
                    null,
                    ("track_popularity", FormattableString.Invariant($"{song.Popularity}")),
                    ("energy", FormattableString.Invariant($"{song.Song[AudioFeature.Energy]}"))
                )
            );
            var again = SongFiles.Read([table.Write("again.csv", rows.ToArray())]);
            return again.Card.RowsRead == again.Card.RowsUsed
                && again
                    .Songs.Select(song => (song.Song.TrackId, song.Popularity, song.Hit, song.Song[AudioFeature.Energy]))
                    .SequenceEqual(data.Songs.Select(song => (song.Song.TrackId, song.Popularity, song.Hit, song.Song[AudioFeature.Energy])));
        });

    [FsCheck.NUnit.Property]
    public Property Numbers_read_are_what_NET_reads() => Prop.ForAll(ArbMap.Default.ArbFor<double>(), Gen.Choose(0, 17).ToArbitrary(), (number, digits) =>
        {
            var text = number.ToString(digits == 0 ? "R" : $"G{digits}", System.Globalization.CultureInfo.InvariantCulture);
            var expected = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            return DecimalText.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var read) == double.IsFinite(expected)
                && (!double.IsFinite(expected) || read.Equals(expected));
        });

    private Property ForRows(Func<SongData, bool> law) =>
        Prop.ForAll(
            (from count in Gen.Choose(1, 25)
             from ids in Gen.Choose(-1, 8).ArrayOf(count)
             from popularities in Gen.Choose(0, Popularities.Length - 1).ArrayOf(count)
             from energies in Gen.Choose(-1, 12).ArrayOf(count)
             from split in Gen.Choose(0, count)
             select (ids, popularities, energies, split)).ToArbitrary(),
            rows =>
            {
                var lines = rows.ids.Select((id, i) => SongTable.Row(id < 0 ? "" : $"t{id}", null,
                    ("track_popularity", Popularities[rows.popularities[i]]), ("energy", FormattableString.Invariant($"{rows.energies[i] / 10.0}")))).ToArray();
                string[] paths = rows.split is 0 || rows.split == lines.Length
                    ? [table.Write("one.csv", lines)]
                    : [table.Write("one.csv", lines[..rows.split]), table.Write("two.csv", [.. lines[rows.split..], SongTable.Row("own")])];
                try
                {
                    return law(SongFiles.Read(paths));
                }
                catch (InvalidInputException e) when (e.Message.Contains("no row has both", StringComparison.Ordinal))
                {
                    return true;
                }
            });
}
