// Seen here: what shuffling a feature costs a model of audio alone and one that knows the genre, on artists that were not seen.
using MathNet.Numerics.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Programs.Plotting;
using static Microsoft.ML.Transforms.MissingValueReplacingEstimator;

const int Folds = 5;
var songs = Input<LabelledSong[]>("songs");

// All songs of an artist lie in one fold: artists in random order, dealt out one after the other.
var random = new Random(1);
var artists = songs.Select(song => song.Song.PrimaryArtist).Distinct().Order().ToArray();
random.Shuffle(artists);
var foldOf = artists.Index().ToDictionary(artist => artist.Item, artist => artist.Index % Folds);

// In each fold a model of audio alone and one that knows the genre, and what shuffling a feature costs among the songs held out.
double[] audio = new double[Folds], withGenre = new double[Folds], instrumentalness = new double[Folds], mode = new double[Folds], genre = new double[Folds];
for (var fold = 0; fold < Folds; fold++)
{
    Row[] training = [.. songs.Where(song => foldOf[song.Song.PrimaryArtist] != fold).Select(Row.Of)];
    Row[] test = [.. songs.Where(song => foldOf[song.Song.PrimaryArtist] == fold).Select(Row.Of)];
    Model alone = Model.Fit(training, knowsGenre: false), knowing = Model.Fit(training, knowsGenre: true);
    (audio[fold], withGenre[fold]) = (alone.Auc(test), knowing.Auc(test));
    instrumentalness[fold] = audio[fold] - alone.Auc(Shuffled(test, AudioFeature.Instrumentalness));
    mode[fold] = audio[fold] - alone.Auc(Shuffled(test, AudioFeature.Mode));
    // Genre and subgenre go together to another song: one of them alone would make songs of no playlist.
    var others = random.GetItems(test, test.Length);
    genre[fold] = withGenre[fold] - knowing.Auc([.. test.Zip(others, (row, other) => row with { Genre = other.Genre, Subgenre = other.Subgenre })]);
}

// What one column reaches alone, to compare the models with: no model, and no songs held out.
var shares = songs.GroupBy(Playlist).ToDictionary(playlist => playlist.Key, playlist => playlist.Average(song => song.Hit ? 1.0 : 0));
Observe("AUC of instrumentalness", Area(songs, song => -song.Song[AudioFeature.Instrumentalness]));
Observe("AUC of playlists", Area(songs, song => shares[Playlist(song)]));
Observe("AUC of audio alone", audio.Average());
Observe("AUC with genre", withGenre.Average());
Observe("loss without instrumentalness", instrumentalness.Average());
Observe("loss without mode", mode.Average());
Observe("loss without genre", genre.Average());

var plot = new ScottPlot.Plot();
plot.Add.Bars([genre.Average(), instrumentalness.Average(), mode.Average()]);
plot.Axes.Bottom.SetTicks([0, 1, 2], ["genre and subgenre", "instrumentalness", "mode"]);
plot.Title("What shuffling a feature costs, on artists that were not seen");
plot.XLabel("Feature");
plot.YLabel("Loss of area under the ROC curve");
Figure("losses", plot);

static (string, string) Playlist(LabelledSong song) => (song.Song.Genre, song.Song.Subgenre);

// By the sum of the ranks of the hits; ties share theirs.
static double Area(LabelledSong[] songs, Func<LabelledSong, double> score)
{
    LabelledSong[] known = [.. songs.Where(song => double.IsFinite(score(song)))];
    var ranks = known.Select(score).Ranks(RankDefinition.Average);
    double hits = known.Count(song => song.Hit);
    return (ranks.Where((_, i) => known[i].Hit).Sum() - (hits * (hits + 1) / 2)) / (hits * (known.Length - hits));
}

Row[] Shuffled(Row[] rows, AudioFeature feature)
{
    var values = rows.Select(row => row.Audio[(int)feature]).ToArray();
    random.Shuffle(values);
    return [.. rows.Select((row, i) => row with { Audio = [.. row.Audio.Select((value, column) => column == (int)feature ? values[i] : value)] })];
}

record Model(MLContext Ml, ITransformer Trees)
{
    public static Model Fit(Row[] rows, bool knowsGenre)
    {
        var ml = new MLContext(1);
        string[] columns = knowsGenre ? ["Numbers", "GenreColumns", "SubgenreColumns"] : ["Numbers"];
        var chain = ml.Transforms.ReplaceMissingValues("Numbers", nameof(Row.Audio), ReplacementMode.Mean)
            .Append(ml.Transforms.Categorical.OneHotEncoding([new("GenreColumns", nameof(Row.Genre)), new("SubgenreColumns", nameof(Row.Subgenre))]))
            .Append(ml.Transforms.Concatenate("Features", columns))
            .Append(ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
            {
                LabelColumnName = nameof(Row.Hit), NumberOfIterations = 100, NumberOfLeaves = 15, LearningRate = 0.1, MinimumExampleCountPerLeaf = 15,
                UseCategoricalSplit = false, NumberOfThreads = 1, Seed = 1,
            }));
        return new Model(ml, chain.Fit(ml.Data.LoadFromEnumerable(rows)));
    }

    // ML.NET's area under the ROC curve is exact, ties included.
    public double Auc(Row[] rows) => Ml.BinaryClassification.Evaluate(Trees.Transform(Ml.Data.LoadFromEnumerable(rows)), nameof(Row.Hit)).AreaUnderRocCurve;
}

record Row
{
    public bool Hit { get; init; }
    [VectorType(13)] public float[] Audio { get; init; } = [];
    public string Genre { get; init; } = "";
    public string Subgenre { get; init; } = "";

    public static Row Of(LabelledSong song) => new()
    {
        Hit = song.Hit, Audio = [.. song.Song.Audio.Select(value => (float)value)],
        Genre = song.Song.Genre, Subgenre = $"{song.Song.Genre}/{song.Song.Subgenre}",
    };
}
