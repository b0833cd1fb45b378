using System.Text;
using System.Text.Json.Nodes;
using HitSongs.Metrics;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Recipes;
using HitSongs.Pipeline.Models.Saving;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class SongModelFileTests
{
    internal static readonly ModelCard Card = new(
        "linear",
        FeatureSet.All,
        RequiredColumns.Of(FeatureSet.All),
        Sample.Songs.Card,
        new Dictionary<string, string> { ["Microsoft.ML"] = "5.0.1" },
        "2 × 5 folds by artist, seed 1",
        new Dictionary<string, Metric> { [MetricNames.F1Score] = new(double.NaN, null, null, 3, 0.5) },
        Seed: 1);

    private static readonly IReadOnlyList<LabelledSong> Songs = [.. Sample.Songs.Songs.Where((_, i) => i % 40 == 0)];
    private SongTable folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new SongTable();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_card_comes_back_whole()
    {
        var (_, card) = SongModelFile.Load(Write(Saved(new MeanRecipe()).ToJsonString()));

        Assert.That(card.Data.Actions, Is.EqualTo(Card.Data.Actions));
        Assert.That((card.Recipe, card.Features, card.Validation, card.Seed), Is.EqualTo((Card.Recipe, Card.Features, Card.Validation, Card.Seed)));
        Assert.That((card.Columns, card.Versions, card.Metrics), Is.EqualTo((Card.Columns, Card.Versions, Card.Metrics)));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("not json")]
    [TestCase("""{"card": {}, "model": {}}""")]
    public void What_is_no_model_is_refused_in_one_line(string text)
    {
        AssertRefused(text);
        AssertRefused(Encoding.UTF8.GetBytes(text));
    }

    [TestCase("""{"schema": "hitsongs/model/1", "card": {}, "model": {}}""")]
    [TestCase("hitsongs/model/1 0000\n{}")]
    [TestCase("hitsongs/model/3 0000\n{}")]
    [TestCase("hitsongs/model/4\n{}")]
    [TestCase("hitsongs/model/4 0000\n{}")]
    [TestCase("hitsongs/model/4 ")]
    [TestCase("PK\u0003\u0004")]
    public void An_older_or_foreign_file_is_refused_in_one_line(string text) => AssertRefused(Encoding.UTF8.GetBytes(text));

    [TestCase("mean")]
    [TestCase("lightgbm")]
    public void A_file_with_any_byte_changed_or_cut_off_is_refused_before_it_is_read(string name)
    {
        var bytes = SongModelFile.ToBytes(ModelRecipes.All[name].Recipe.Train(Songs, FeatureSet.AudioAndGenre, seed: 1), Card);
        // Every byte of the header, and about four hundred of the rest.
        foreach (var place in Enumerable.Range(0, bytes.Length).Where(i => i < 100 || i % Math.Max(1, bytes.Length / 400) == 0))
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 1;
            AssertRefused(damaged);
            AssertRefused(bytes[..place]);
        }
    }

    [Test]
    public void A_missing_file_is_refused_in_one_line() =>
        Assert.That(
            () => SongModelFile.Load("/nonexistent/songs.model"),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains("/nonexistent/songs.model")
        );

    [Test]
    public void Brackets_without_end_are_refused() => AssertRefused(string.Concat(Enumerable.Repeat("[", 100_000)));

    [TestCase("mean")]
    [TestCase("linear")]
    [TestCase("kernel")]
    [TestCase("lightgbm")]
    public void A_file_with_any_one_part_missing_or_of_another_kind_is_refused_or_loads(string name)
    {
        var recipe = ModelRecipes.All[name].Recipe;
        var saved = Saved(recipe).ToJsonString();
        var places = Places(JsonNode.Parse(saved)!["model"]!).Select(node => node.GetPath()).ToList();

        foreach (var place in places)
        {
            foreach (var replacement in new[] { null, "\"nonsense\"", "-1", "1e300", "[]", "{}", "\"AAAA\"" })
            {
                var damaged = JsonNode.Parse(saved)!;
                Replace(Places(damaged["model"]!).First(node => node.GetPath() == place), replacement);
                try
                {
                    var (model, _) = SongModelFile.Load(Write(damaged.ToJsonString()));
                    Assert.That(model.Predict([Songs[0].Song]), Has.Count.EqualTo(1), $"{place} as {replacement}");
                }
                catch (InvalidInputException e)
                {
                    Assert.That(e.Message, Does.Not.Contain("\n").And.Contain("Train it again"), $"{place} as {replacement}");
                }
            }
        }
    }

    [TestCase("mean")]
    [TestCase("linear")]
    [TestCase("kernel")]
    [TestCase("lightgbm")]
    public void Content_that_another_tool_has_changed_and_sealed_is_refused_in_one_line_or_is_a_model_that_answers(string name)
    {
        var content = Encoding.UTF8.GetBytes(Saved(ModelRecipes.All[name].Recipe).ToJsonString());
        var start = content.AsSpan().LastIndexOf("\"model\":"u8);
        // About six hundred bytes of the model, and each of the last hundred and fifty.
        var step = Math.Max(1, (content.Length - start) / 600);
        foreach (var place in Enumerable.Range(start, content.Length - start).Where(i => content.Length - i < 150 || i % step == 0))
        {
            var changed = (byte[])content.Clone();
            changed[place] ^= 4;
            try
            {
                var (model, _) = SongModelFile.Load(Write(SongModelFile.Sealed(changed)));
                var answer = model.Predict([Songs[0].Song]).Single();
                Assert.That(answer.Popularity, Is.InRange(0, 100), $"byte {place}");
                Assert.That(answer.HitProbability, Is.InRange(0, 1), $"byte {place}");
            }
            catch (InvalidInputException e)
            {
                Assert.That(e.Message, Does.Not.Contain("\n").And.Contain("Train it again"), $"byte {place}");
            }
        }
    }

    /// <summary>Children of the first tree: of two splits, whose second is the left child of the first, and three leaves.</summary>
    [TestCase(0, ~0, ~1, ~2, "a split under itself")]
    [TestCase(1, 1, ~1, ~2, "a split under two")]
    [TestCase(1, ~0, ~0, ~2, "a leaf under two")]
    [TestCase(1, ~0, 0, ~2, "a circle")]
    [TestCase(1, ~0, ~1, ~3, "a leaf that is not there")]
    [TestCase(2, ~0, ~1, ~2, "a split that is not there")]
    [TestCase(~0, ~1, ~2, ~2, "a split that is never reached")]
    public void What_is_no_tree_is_refused(int left0, int right0, int left1, int right1, string why)
    {
        var tree = new SplitTree([new TreeSplit(0, 0, null), new TreeSplit(1, 0, [1])], [1, ~1], [~0, ~2], [1, 2, 3]);
        var state = SavedTrees.Save(new BoostedTrees([tree], 0));
        Assert.That(SavedTrees.Load(Read(state), 2).Sum([0, 1]), Is.EqualTo(3), "as it was saved");

        state["left"] = HitSongs.Pipeline.Saving.Json.Numbers([left0, left1]);
        state["right"] = HitSongs.Pipeline.Saving.Json.Numbers([right0, right1]);

        Assert.That(() => SavedTrees.Load(Read(state), 2), Throws.TypeOf<FormatException>(), why);
    }

    [Test]
    public void A_split_of_a_column_that_rows_do_not_have_is_refused()
    {
        var tree = new SplitTree([new TreeSplit(2, 0, null)], [~0], [~1], [1, 2]);

        var state = Read(SavedTrees.Save(new BoostedTrees([tree], 0)));
        Assert.That(() => SavedTrees.Load(state, 2), Throws.TypeOf<FormatException>().With.Message.Contains("columns"));
    }

    [TestCase("lightgbm")]
    [TestCase("average")]
    public void A_model_that_is_loaded_answers_as_the_one_that_was_saved(string name)
    {
        var model = ModelRecipes.All[name].Recipe.Train(Songs, FeatureSet.All, seed: 1);
        List<Song> asked = [.. Songs.Select(song => song.Song), MadeSongs.Unlabelled("x")];

        var (loaded, _) = SongModelFile.Load(Write(SongModelFile.ToBytes(model, Card)));

        Assert.That(loaded.Predict(asked), Is.EqualTo(model.Predict(asked)));
        Assert.That(SongModelFile.ToBytes(loaded, Card), Is.EqualTo(SongModelFile.ToBytes(model, Card)));
    }

    [Test]
    public void Models_within_models_without_end_are_refused()
    {
        var model = "{\"kind\":\"mean\",\"state\":{\"popularity\":1,\"hits\":0}}";
        for (var i = 0; i < 2000; i++)
            model = $"{{\"kind\":\"calibrated\",\"state\":{{\"calibration\":{{}},\"model\":{model}}}}}";
        var saved = Saved(new MeanRecipe());

        AssertRefused(saved.ToJsonString().Replace(saved["model"]!.ToJsonString(), model));
    }

    /// <summary>As a file has it.</summary>
    private static JsonNode Read(JsonNode state) => JsonNode.Parse(state.ToJsonString())!;

    private static JsonNode Saved(ModelRecipe recipe)
    {
        var model = recipe.Train(Songs, FeatureSet.All, seed: 1);
        var bytes = SongModelFile.ToBytes(model, Card);
        return JsonNode.Parse(bytes.AsSpan(Array.IndexOf(bytes, (byte)'\n') + 1))!;
    }

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject fields => fields.Select(field => field.Value),
            JsonArray items => items.Take(3),
            _ => [],
        };
        foreach (var place in children.OfType<JsonNode>().SelectMany(Places))
            yield return place;
    }

    private static void Replace(JsonNode node, string? replacement)
    {
        var value = replacement is null ? null : JsonNode.Parse(replacement);
        if (node.Parent is JsonArray items)
            items[items.IndexOf(node)] = value;
        else
            node.Parent!.AsObject()[node.GetPropertyName()] = value;
    }

    private void AssertRefused(string text) => AssertRefused(SongModelFile.Sealed(Encoding.UTF8.GetBytes(text)));

    private void AssertRefused(byte[] bytes)
    {
        var path = Write(bytes);

        var refusal = Assert.Throws<InvalidInputException>(() => SongModelFile.Load(path));

        Assert.That(refusal!.Message, Does.StartWith(path).And.Not.Contain("\n").And.Contain("Train it again"));
    }

    private string Write(string text) => Write(SongModelFile.Sealed(Encoding.UTF8.GetBytes(text)));

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(folder.Folder, "songs.model");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
