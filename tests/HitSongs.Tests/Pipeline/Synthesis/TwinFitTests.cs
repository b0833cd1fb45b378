using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Synthesis;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Synthesis;

public sealed class TwinFitTests
{
    private DirectoryInfo folder = null!;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("hitsongs-");

    [TearDown]
    public void RemoveFolder() => folder.Delete(recursive: true);

    [Test]
    public void Figures_are_the_same_after_writing_and_reading()
    {
        var path = Path.Combine(folder.FullName, "twin.json");
        var committed = Path.Combine(Sample.Folder, "parameters.json");

        TwinFile.Write(path, TwinFile.Read(committed));

        Assert.That(File.ReadAllText(path), Is.EqualTo(File.ReadAllText(committed)));
    }

    [Test]
    public void A_twin_of_the_twin_is_like_it_and_hands_out_none_of_its_rows()
    {
        var figures = TwinFit.Of(Sample.Songs);
        var fidelity = TwinFidelity.Of(Sample.Songs, figures, 3000, seed: 3);

        Assert.That(fidelity.Columns.Average(column => column.KolmogorovSmirnov), Is.LessThan(0.035), "two samples of 3,000 and 4,650 of one distribution lie 0.02 apart");
        Assert.That(fidelity.CorrelationMean, Is.LessThan(0.05));
        Assert.That(fidelity.HitShareSynthetic, Is.EqualTo(fidelity.HitShareReal).Within(0.04), "three standard errors are 0.033");
        Assert.That(fidelity.Learning.Select(learning => learning.TrainedOnReal - learning.TrainedOnSynthetic), Is.All.LessThan(0.03));
        Assert.That(fidelity.Distance.Smallest, Is.GreaterThan(RecordDistance.NearDistance));
        Assert.That(fidelity.Distance.Percentile1, Is.GreaterThan(0.5 * fidelity.Distance.RealPercentile1));
    }

    [Test]
    public void One_song_beyond_all_others_is_not_to_be_found_in_the_figures()
    {
        var songs = Sample.Songs.Songs.ToList();
        var audio = songs[100].Song.Audio.ToArray();
        audio[(int)AudioFeature.Tempo] = 299.5;
        songs[100] = songs[100] with { Song = songs[100].Song with { Audio = audio, Genre = "unheard of", Subgenre = "secret", PrimaryArtist = "Somebody", Name = "A title" } };

        var figures = TwinFit.Of(Sample.Songs with { Songs = songs });
        TwinFile.Write(Path.Combine(folder.FullName, "twin.json"), figures);
        var text = File.ReadAllText(Path.Combine(folder.FullName, "twin.json"));

        Assert.That(figures.Genres.SelectMany(genre => genre.Quantiles[8]).Max(), Is.LessThan(250), "the highest knot is a mean of five songs");
        Assert.That(text, Does.Not.Contain("secret").And.Not.Contain("Somebody").And.Not.Contain("A title").And.Not.Contain(songs[0].Song.TrackId));
    }

    [Test]
    public void Groups_of_few_songs_are_put_together()
    {
        var figures = TwinFile.Read(Path.Combine(Sample.Folder, "parameters.json"));
        var songs = figures.Songs;

        Assert.That(figures.Genres.Select(genre => genre.Name), Does.Contain("other"));
        Assert.That(figures.Cells.GroupBy(cell => cell.Genre).Select(genre => genre.Sum(cell => cell.Share) * songs), Is.All.GreaterThan(24.5));
        Assert.That(figures.Cells.Where(cell => cell.Subgenre != "other").Select(cell => cell.Share * songs), Is.All.GreaterThan(9.9));
    }

    [Test]
    public void Knots_of_five_values_are_their_mean()
    {
        Assert.That(TwinKnots.Of([1, 2, 3, 4, 10]), Is.All.EqualTo(4));
        Assert.That(TwinKnots.Of(Enumerable.Range(0, 1001).Select(i => (double)i))[4], Is.EqualTo(500).Within(1e-9));
    }

    [Test]
    public void Too_few_songs_are_refused() =>
        Assert.That(() => TwinFit.Of(Sample.Songs with { Songs = Sample.Songs.Songs.Take(100).ToList() }),
            Throws.InstanceOf<InvalidInputException>().With.Message.Contains("100 songs have audio"));

    [Test]
    public void Songs_of_one_class_are_refused() =>
        Assert.That(() => TwinFit.Of(Sample.Songs with { Songs = Sample.Songs.Songs.Where(song => song.Hit).ToList() }),
            Throws.InstanceOf<InvalidInputException>().With.Message.Contains("are hits"));

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{\"schema\": \"hitsongs/twin/1\"}")]
    [TestCase("not JSON")]
    public void A_file_that_holds_no_figures_is_refused_in_one_line(string text)
    {
        var path = Path.Combine(folder.FullName, "twin.json");
        File.WriteAllText(path, text);

        Assert.That(() => TwinFile.Read(path), Throws.InstanceOf<InvalidInputException>().With.Message.StartsWith(path).And.Message.Not.Contain("\n"));
    }

    [Test]
    public void Figures_that_do_not_fit_together_are_refused()
    {
        var path = Path.Combine(folder.FullName, "twin.json");
        var figures = TwinFile.Read(Path.Combine(Sample.Folder, "parameters.json"));
        TwinFile.Write(path, figures with { Means = figures.Means.Take(3).ToList() });

        Assert.That(() => TwinFile.Read(path), Throws.InstanceOf<InvalidInputException>().With.Message.Contains("do not fit together"));
    }

    [Test]
    public void The_committed_figures_are_those_of_the_real_songs_and_the_sample_hands_out_none_of_them()
    {
        var real = SongFiles.Read(RealSongs.Paths());
        var path = Path.Combine(folder.FullName, "twin.json");

        var figures = TwinFit.Of(real);
        TwinFile.Write(path, figures);
        var fidelity = TwinFidelity.Of(real, figures, 5000, seed: 1);

        // The mathematical library of another machine may move the last of three digits.
        Assert.That(new FileInfo(path).Length, Is.EqualTo(new FileInfo(Path.Combine(Sample.Folder, "parameters.json")).Length).Within(50));
        Assert.That(fidelity.Columns.Average(column => column.KolmogorovSmirnov), Is.LessThan(0.03));
        Assert.That(fidelity.CorrelationMean, Is.LessThan(0.035));
        Assert.That(fidelity.Learning[1].TrainedOnSynthetic, Is.GreaterThan(0.92));
        Assert.That(fidelity.Distance.Smallest, Is.GreaterThan(RecordDistance.NearDistance));
        Assert.That(RecordDistance.Of(real.Songs.Where(Complete).ToList(), Sample.Songs.Songs.Where(Complete).ToList()).Near, Is.Zero);
        Assert.That(Sample.Songs.Songs.Select(song => song.Song.PrimaryArtist).Intersect(real.Songs.Select(song => song.Song.PrimaryArtist)), Is.Empty);

        static bool Complete(LabelledSong song) => TwinScale.Values(song.Song).All(double.IsFinite);
    }
}
