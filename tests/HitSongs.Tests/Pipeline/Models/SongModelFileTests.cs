using System.Text;
using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Saving;
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
    [TestCase("hitsongs/model/2 0000\n{}")]
    [TestCase("hitsongs/model/3\n{}")]
    [TestCase("hitsongs/model/3 0000\n{}")]
    [TestCase("hitsongs/model/3 ")]
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

    [Test]
    public void Models_within_models_without_end_are_refused()
    {
        var model = "{\"kind\":\"mean\",\"state\":{\"popularity\":1,\"hits\":0}}";
        for (var i = 0; i < 2000; i++)
            model = $"{{\"kind\":\"calibrated\",\"state\":{{\"calibration\":{{}},\"model\":{model}}}}}";
        var saved = Saved(new MeanRecipe());

        AssertRefused(saved.ToJsonString().Replace(saved["model"]!.ToJsonString(), model));
    }

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
