using System.Globalization;
using System.Text;
using HitSongs.Metrics;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models.Recipes;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

/// <summary>What spreadsheets, scripts and other programs make of song files: read right and counted, or refused in one line.</summary>
public sealed class FilesAsPeopleHaveThemTests
{
    private const int Songs = 40;

    private SongTable table = null!;

    [SetUp]
    public void MakeTable() => table = new SongTable();

    [TearDown]
    public void RemoveTable() => table.Dispose();

    [Test]
    public void Features_of_0_to_100_are_read_as_per_cent_and_said_so()
    {
        var data = Read(i => [("energy", $"{i * 2}"), ("valence", $"{100 - i}")]);

        Assert.That(data.Songs[7].Song[AudioFeature.Energy], Is.EqualTo(0.14));
        Assert.That(data.Songs[7].Song[AudioFeature.Valence], Is.EqualTo(0.93));
        Assert.That(data.Songs[7].Song[AudioFeature.Danceability], Is.EqualTo(0.5), "a column that is right stays");
        Assert.That(Count(data, "column-in-per-cent"), Is.EqualTo(2 * Songs));
        Assert.That(data.Card.Remarks.Single(), Does.Contain("songs.csv: energy, valence are 0 to 100"));
    }

    [Test]
    public void A_few_values_out_of_range_are_no_reason_to_rescale_a_column()
    {
        var data = Read(i => [("energy", i < 5 ? "50" : "0.5")]);

        Assert.That(
            data.Songs.Select(song => song.Song[AudioFeature.Energy]).Take(6),
            Is.EqualTo(new[] { double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0.5 })
        );
        Assert.That((Count(data, "out-of-range"), Count(data, "column-in-per-cent")), Is.EqualTo((5, 0)));
    }

    [TestCase("215", 215_000)]
    [TestCase("3.5", 210_000)]
    [TestCase("3:45", 225_000)]
    [TestCase("1:02:03", 3_723_000)]
    [TestCase("215000", 215_000)]
    public void Durations_are_understood_in_the_units_that_files_have(string text, double milliseconds) =>
        Assert.That(Read(_ => [("duration_ms", text)]).Songs[3].Song[AudioFeature.DurationMs], Is.EqualTo(milliseconds).Within(1e-6));

    [Test]
    public void A_popularity_of_0_to_1_is_multiplied_and_said_so()
    {
        var data = Read(i => [("track_popularity", (i / 40.0).ToString(CultureInfo.InvariantCulture))]);

        Assert.That(data.Songs[30].Popularity, Is.EqualTo(75));
        Assert.That(data.Card.Hits, Is.EqualTo(12), "0.7 and above, of 40 steps");
        Assert.That(data.Card.Remarks.Single(), Does.Contain("track_popularity lies within 0 to 1"));
    }

    [Test]
    public void Popularities_of_0_and_1_alone_stay_and_the_lack_of_hits_is_said()
    {
        var data = Read(i => [("track_popularity", $"{i % 2}")]);

        Assert.That(data.Songs.Select(song => song.Popularity).Max(), Is.EqualTo(1));
        Assert.That(
            data.Card.Remarks[0],
            Does.EndWith("track_popularity is 0 or 1 and nothing else: if it says whether a song is a hit, name it as hit in a mapping.")
        );
        Assert.That(data.Card.Remarks[1], Does.StartWith("0 of 40 songs are hits (popularity 68 or more)"));
    }

    [Test]
    public void Columns_without_any_value_are_named()
    {
        var data = Read(i => [.. AudioColumns.Names.Where(name => name != "duration_ms").Select(name => (name, "")), ("track_popularity", $"{2 * i}")]);

        Assert.That(data.Card.Remarks.Single(), Does.Contain("danceability, energy").And.Contain("no audio is left"));
    }

    [Test]
    public void A_column_off_any_known_scale_is_told()
    {
        var data = Read(i => [("tempo", $"{1000 + i}"), ("track_popularity", $"{2 * i}")]);

        Assert.That(data.Card.Remarks.Single(), Does.Contain("tempo: 40 of 40 values lie outside"));
    }

    [TestCase("C#", 1)]
    [TestCase("Bb", 10)]
    [TestCase("c", 0)]
    [TestCase("Cb", 11)]
    [TestCase("B", 11)]
    [TestCase("-1", -1)]
    public void Keys_have_names(string text, double key) => Assert.That(Read(_ => [("key", text)]).Songs[0].Song[AudioFeature.Key], Is.EqualTo(key));

    [TestCase("Major", 1)]
    [TestCase("minor", 0)]
    public void Modes_have_names(string text, double mode)
    {
        var data = Read(_ => [("mode", text)]);

        Assert.That(data.Songs[0].Song[AudioFeature.Mode], Is.EqualTo(mode));
        Assert.That(Count(data, "value-in-words"), Is.EqualTo(Songs));
    }

    [TestCase("key", "H#", "Write a pitch class from 0 (C) to 11 (B)")]
    [TestCase("mode", "sad", "Write 1 for major and 0 for minor")]
    [TestCase("duration_ms", "3:99", "minutes and seconds such as 3:45")]
    [TestCase("track_popularity", "high", "Write it from 0 to 100")]
    [TestCase("energy", "0,5,5", "Write it with a decimal point")]
    public void A_bad_value_gets_a_message_that_fits_its_column(string column, string text, string remedy) =>
        Assert.That(
            () => Read(_ => [(column, $"\"{text}\"")]),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains($"songs.csv:2: column '{column}'").And.Message.Contains(remedy)
        );

    [Test]
    public void Semicolons_and_decimal_commas_are_understood()
    {
        var rows = Enumerable
            .Range(0, Songs)
            .Select(i =>
                SongTable
                    .Row($"{i}", null, ("track_name", "one; two"))
                    .Replace("one; two", "\"one; two\"", StringComparison.Ordinal)
                    .Replace(',', ';')
                    .Replace("0.5", "0,25", StringComparison.Ordinal)
                    .Replace("-6.5", "-6,5", StringComparison.Ordinal)
            );
        var data = SongFiles.Read([table.WriteText("songs.csv", string.Join('\n', [string.Join(';', SongTable.Columns), .. rows]))]);

        Assert.That(
            (data.Songs.Count, data.Songs[0].Song[AudioFeature.Energy], data.Songs[0].Song[AudioFeature.Loudness], data.Songs[0].Song.Name),
            Is.EqualTo((Songs, 0.25, -6.5, "one; two"))
        );
        Assert.That(Count(data, "other-separator"), Is.EqualTo(1));
    }

    [Test]
    public void Latin_1_is_read_as_what_it_says()
    {
        var text = string.Join('\n', [string.Join(',', SongTable.Columns), SongTable.Row("a", null, ("track_artist", "Beyoncé"))]);
        var path = Path.Combine(table.Folder, "songs.csv");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(text));
        var data = SongFiles.Read([path]);

        Assert.That((data.Songs[0].Song.Artists, Count(data, "windows-1252")), Is.EqualTo(("Beyoncé", 1)));
    }

    [Test]
    public void Broken_UTF_8_is_not_taken_for_another_encoding()
    {
        var path = Path.Combine(table.Folder, "songs.csv");
        byte[] text = Encoding.UTF8.GetBytes(
            string.Join(
                '\n',
                [
                    string.Join(',', SongTable.Columns),
                    SongTable.Row("a", null, ("track_artist", "Beyoncé")),
                    SongTable.Row("b", null, ("track_artist", "Beyonc?")),
                ]
            )
        );
        File.WriteAllBytes(path, Array.ConvertAll(text, b => b == (byte)'?' ? (byte)0xE9 : b));

        Assert.That(
            () => SongFiles.Read([path]),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains("songs.csv:3: the row is not UTF-8 text, though rows before it are")
        );
    }

    [Test]
    public void A_header_among_the_songs_is_removed_and_counted()
    {
        var data = SongFiles.Read([table.Write("songs.csv", SongTable.Row("a"), string.Join(',', SongTable.Columns), SongTable.Row("b"))]);

        Assert.That((data.Songs.Count, data.Card.RowsRead, Count(data, "repeated-header")), Is.EqualTo((2, 3, 1)));
        Assert.That(data.Actions.Single(action => action.Reason == "repeated-header").Line, Is.EqualTo(3));
    }

    [Test]
    public void Lists_as_Python_prints_them_are_understood()
    {
        var data = Read(_ => [("playlist_genre", "\"['pop', 'dance pop']\""), ("track_artist", "\"['A', \"\"B's\"\"]\"")]);

        Assert.That((data.Songs[0].Song.Genre, data.Songs[0].Song.Artists, data.Songs[0].Song.PrimaryArtist), Is.EqualTo(("pop", "A, B's", "A")));
        Assert.That(Count(data, "list-of-texts"), Is.EqualTo(2 * Songs));
    }

    [TestCase("2023.0", 2023, null)]
    [TestCase("2019-07-05T00:00:00Z", 2019, 7)]
    [TestCase("2019-07-05 00:00:00", 2019, 7)]
    [TestCase("2019/7/5", 2019, 7)]
    [TestCase("20190705", 2019, 7)]
    [TestCase("\"Jul 5, 2019\"", 2019, 7)]
    [TestCase("5 July 2019", 2019, 7)]
    [TestCase("07/2019", 2019, 7)]
    [TestCase("12/31/1999", 1999, 12)]
    [TestCase("31.12.1999", 1999, 12)]
    [TestCase("31/12/1999 10:30", 1999, 12)]
    public void Dates_in_another_form_are_understood_and_counted(string text, int year, int? month)
    {
        var data = Read(_ => [("track_album_release_date", text)]);

        Assert.That((data.Songs[0].Song.Released!.Year, data.Songs[0].Song.Released!.Month, Count(data, "date-with-more")), Is.EqualTo((year, month, Songs)));
    }

    [Test]
    public void The_other_dates_of_a_file_say_which_number_is_the_month()
    {
        string[] american = ["05/06/1999", "12/31/1999"], european = ["05/06/1999", "31/12/1999"];

        Assert.That(Read(i => [("track_album_release_date", american[i % 2])]).Songs[0].Song.Released, Is.EqualTo(new ReleaseDate(1999, 5, 6)));
        Assert.That(Read(i => [("track_album_release_date", european[i % 2])]).Songs[0].Song.Released, Is.EqualTo(new ReleaseDate(1999, 6, 5)));
    }

    [TestCase(
        "05/06/1999",
        "07/08/2001",
        "songs.csv:2: column 'track_album_release_date' (field 7): no date of the file says whether '05/06/1999' has the month or the day first. Write dates "
            + "as 2024-05-17."
    )]
    [TestCase(
        "31/12/1999",
        "12/31/1999",
        "songs.csv:2: column 'track_album_release_date' (field 7): '31/12/1999' has the day first, and '12/31/1999' on line 3 the month. Write all dates as "
            + "2024-05-17."
    )]
    public void Dates_that_may_be_in_two_months_are_refused(string first, string second, string message) =>
        Assert.That(
            () => Read(i => [("track_album_release_date", i % 2 == 0 ? first : second)]),
            Throws.TypeOf<InvalidInputException>().With.Message.EndsWith(message)
        );

    [TestCase("energy", "62%", 0.62)]
    [TestCase("loudness", "-6.5 dB", -6.5)]
    [TestCase("loudness", "−6.5", -6.5)]
    [TestCase("tempo", "120 BPM", 120)]
    [TestCase("time_signature", "3/4", 3)]
    [TestCase("key", "C#/Db", 1)]
    [TestCase("key", "A♭ minor", 8)]
    [TestCase("duration_ms", "202933 ms", 202_933)]
    [TestCase("duration_ms", "215 s", 215_000)]
    [TestCase("duration_ms", "\"202,933\"", 202_933)]
    [TestCase("duration_ms", "3:45.5", 225_500)]
    public void Values_with_their_unit_are_understood_and_counted(string column, string text, double value)
    {
        var data = Read(_ => [(column, text)]);

        Assert.That(data.Songs[0].Song[(AudioFeature)AudioColumns.Names.ToList().IndexOf(column)], Is.EqualTo(value).Within(1e-9));
        Assert.That(Count(data, "value-in-words"), Is.EqualTo(Songs));
    }

    [TestCase("-")]
    [TestCase("?")]
    [TestCase("#N/A")]
    [TestCase("<NA>")]
    [TestCase("unknown")]
    public void What_stands_for_no_value_is_missing(string text)
    {
        var data = Read(_ => [("energy", text), ("track_album_release_date", text)]);

        Assert.That((data.Songs[0].Song[AudioFeature.Energy], data.Songs[0].Song.Released), Is.EqualTo((double.NaN, (ReleaseDate?)null)));
        Assert.That((Count(data, "missing-audio"), Count(data, "missing-date")), Is.EqualTo((Songs, Songs)));
    }

    [Test]
    public void A_column_that_is_mostly_0_follows_the_scale_of_the_others()
    {
        var data = Read(i => [("energy", $"{i * 2}"), ("instrumentalness", i == 7 ? "63" : "0")]);

        Assert.That(data.Songs[7].Song[AudioFeature.Instrumentalness], Is.EqualTo(0.63));
    }

    [TestCase("tempo", "2.0", "tempo has the middle 2, but songs have some 120 beats per minute")]
    [TestCase("tempo", "0", "tempo has the middle 0")]
    [TestCase("mode", "2", "mode: 40 of 40 values lie outside its documented range")]
    public void A_column_in_another_unit_is_told(string column, string value, string remark) =>
        Assert.That(Read(_ => [(column, value)]).Card.Remarks, Has.Some.Contain(remark));

    [Test]
    public void A_popularity_of_0_to_10_is_told()
    {
        var data = SongFiles.Read([
            table.Write("songs.csv", [.. Enumerable.Range(0, Songs).Select(i => SongTable.Row($"{i}", null, ("track_popularity", $"{i % 11}")))]),
        ]);

        Assert.That(data.Card.Remarks, Has.Some.Contain("track_popularity is never above 10"));
    }

    [Test]
    public void Bars_between_fields_and_index_columns_without_names_are_understood()
    {
        var lines = new[] { $",,{string.Join(',', SongTable.Columns)}", $"0,0,{SongTable.Row("a")}", $"1,1,{SongTable.Row("b")}" };
        var data = SongFiles.Read([table.WriteText("songs.csv", string.Join('\n', lines).Replace(',', '|'))]);

        Assert.That((data.Songs.Count, Count(data, "other-separator")), Is.EqualTo((2, 1)));
    }

    [TestCase("PK\u0003\u0004", "a ZIP archive or an Excel workbook")]
    [TestCase("<!DOCTYPE html>", "a web page or XML")]
    [TestCase("[{\"track_id\": 1}]", "JSON")]
    [TestCase("PAR1", "a Parquet file")]
    public void Files_of_another_kind_are_called_by_their_name(string text, string kind) =>
        Assert.That(
            () => SongFiles.Read([table.WriteText("songs.csv", text)]),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains($"the file is {kind} and not CSV")
        );

    [Test]
    public void A_number_of_a_million_digits_is_answered_in_one_line_or_read()
    {
        var path = table.Write("songs.csv", SongTable.Row("a", null, ("tempo", new string('1', 10_000_000))));

        Assert.That(() => SongFiles.Read([path]), Throws.TypeOf<InvalidInputException>().With.Message.Not.Contains("\n"));
    }

    [Test]
    public void Hits_without_popularity_are_learnt_and_metrics_of_popularity_are_undefined(
        [Values("mean", "linear", "lightgbm", "kernel", "average")] string name
    )
    {
        var rows = Enumerable
            .Range(0, 120)
            .Select(i =>
                $"Song {i},Artist "
                    + $"{i % 60},spotify:track:{i},0.{i % 10},0.{i % 7},{i % 12},-{i % 9},{i % 2},0.1,0.2,0,0.1,0.{i % 5},1{i % 10}0,200000,4,{(i % 10 > 6 ? 1 : 0)}"
            );
        var data = SongFiles.Read([
            table.WriteText(
                "hits.csv",
                string.Join(
                    '\n',
                    [
                        "track,artist,uri,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms,time_signature,target",
                        .. rows,
                    ]
                )
            ),
        ]);

        var metrics = RepeatedEvaluation
            .Evaluate(data, new ValidationPlan(SplitKind.Artist, 3, 1, 1), (songs, seed) => ModelRecipes.All[name].Recipe.Train(songs, FeatureSet.All, seed))
            .Metrics;

        Assert.That(metrics[MetricNames.AreaUnderRocCurve].Value, Is.GreaterThan(name == "mean" ? 0.3 : 0.9), "danceability tells them apart");
        Assert.That(metrics[MetricNames.RootMeanSquaredError].Value, Is.NaN);
        Assert.That(data.Card.Remarks.Single(), Does.Contain("metrics of popularity are undefined"));
    }

    [Test]
    public void Songs_without_ids_artists_genres_and_dates_are_learnt(
        [Values("mean", "linear", "lightgbm", "kernel", "average")] string name,
        [Values] FeatureSet set
    )
    {
        const string Header =
            "song_name,song_popularity,song_duration_ms,acousticness,danceability,energy,instrumentalness,key,liveness,loudness,audio_mode,speechiness,tempo,time_signature,audio_valence";
        var rows = Enumerable
            .Range(0, 120)
            .Select(i =>
                $"Song {i},{30 + (6 * (i % 10))},20000{i % 7},0.{i % 3},0.{i % 7},0.{i % 10},0,{i % 12},0.1,-{i % 9},{i % 2},0.1,1{i % 7}0,4,0.{i % 5}"
            );
        var data = SongFiles.Read([table.WriteText("songs.csv", string.Join('\n', [Header, .. rows, rows.First()]))]);

        var metrics = RepeatedEvaluation
            .Evaluate(data, new ValidationPlan(SplitKind.Artist, 3, 1, 1), (songs, seed) => ModelRecipes.All[name].Recipe.Train(songs, set, seed))
            .Metrics;

        Assert.That((data.Songs.Count, Count(data, "repeated-track-id"), Count(data, "no-artists")), Is.EqualTo((120, 1, 1)));
        Assert.That(metrics[MetricNames.AreaUnderRocCurve].Value, name == "mean" ? Is.InRange(0.3, 0.7) : Is.GreaterThan(0.9), "energy tells them apart");
        Assert.That(metrics[MetricNames.RootMeanSquaredError].Value, name == "mean" ? Is.GreaterThan(15) : Is.LessThan(12));
    }

    private SongData Read(Func<int, (string Column, string Value)[]> changes) =>
        SongFiles.Read([
            table.Write(
                "songs.csv",
                [.. Enumerable.Range(0, Songs).Select(i => SongTable.Row($"{i}", null, [.. changes(i), ("track_popularity", $"{2 * i}")]))]
            ),
        ]);

    private static int Count(SongData data, string reason) => data.Card.Actions.Single(action => action.Reason == reason).Count;
}
