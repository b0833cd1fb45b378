using HitSongs.Transformers;
using HitSongs.Transformers.Pretrained;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Pretrained;

/// <summary>Converting a model into the cache, in a cache of the test's own.</summary>
[NonParallelizable]
public sealed class PretrainedModelsTests
{
    private string? before;
    private string cache = null!;

    [SetUp]
    public void Move()
    {
        before = Environment.GetEnvironmentVariable(ModelCache.Variable);
        cache = Directory.CreateTempSubdirectory("models-").FullName;
        Environment.SetEnvironmentVariable(ModelCache.Variable, cache);
    }

    [TearDown]
    public void Restore()
    {
        Environment.SetEnvironmentVariable(ModelCache.Variable, before);
        Directory.Delete(cache, recursive: true);
    }

    [Test]
    public void A_model_is_converted_once_and_found_by_all_its_names()
    {
        var folder = PretrainedModels.Folder("minilm");
        var written = File.GetLastWriteTimeUtc(Path.Combine(folder, "model.safetensors"));
        Assert.That(folder, Is.EqualTo(Path.Combine(cache, "sentence-transformers", "all-MiniLM-L6-v2")));
        Assert.That(PretrainedModels.Folder("all-MiniLM-L6-v2"), Is.EqualTo(folder));
        Assert.That(PretrainedModels.Folder(MiniLM.Name), Is.EqualTo(folder));
        Assert.That(File.GetLastWriteTimeUtc(Path.Combine(folder, "model.safetensors")), Is.EqualTo(written));
        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[]
        {
            "SHA256SUMS", "config.json", "model.safetensors", "special_tokens_map.json", "tokenizer.json", "tokenizer_config.json", "vocab.txt",
        }));
        Assert.That(Directory.GetDirectories(Path.GetDirectoryName(folder)!), Has.Length.EqualTo(1), "nothing unfinished is left");
    }

    [TestCase("model.safetensors")]
    [TestCase("vocab.txt")]
    public void A_damaged_file_is_noticed_by_its_digest_and_the_model_made_anew(string file)
    {
        var folder = PretrainedModels.Folder("minilm");
        var path = Path.Combine(folder, file);
        using (var stream = File.Open(path, FileMode.Open))
        {
            stream.Position = stream.Length / 2;
            var one = stream.ReadByte();
            stream.Position--;
            stream.WriteByte((byte)(one ^ 1));
        }
        Assert.That(Digests.Hold(folder), Is.False);
        PretrainedModels.Folder("minilm");
        Assert.That(Digests.Hold(folder), Is.True);
    }

    [Test]
    public void What_an_interrupted_conversion_left_is_no_model()
    {
        var folder = Path.Combine(cache, "sentence-transformers", "all-MiniLM-L6-v2");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "config.json"), "{}");
        PretrainedModels.Folder("minilm");
        Assert.That(Digests.Hold(folder), Is.True);
    }

    [Test]
    public void Four_that_need_it_at_once_all_find_it()
    {
        Parallel.For(0, 4, _ =>
        {
            using var model = AutoModel.from_pretrained("minilm");
            Assert.That(model.num_parameters(), Is.EqualTo(22_713_216));
        });
    }

    [Test]
    public void An_unknown_name_lists_those_that_are_known() =>
        Assert.That(() => PretrainedModels.Folder("bert-base-uncased"), Throws.TypeOf<InvalidInputException>().With.Message.Contains("minilm"));

    [Test]
    public void A_folder_of_the_name_comes_first()
    {
        var folder = Directory.CreateDirectory(Path.Combine(cache, "own")).FullName;
        Assert.That(PretrainedModels.Resolve(folder), Is.EqualTo(folder));
        Assert.That(PretrainedModels.Resolve("no-such-model"), Is.EqualTo("no-such-model"));
    }
}
