using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Transformers;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

/// <summary>Folders of models: what is read, told and refused, and what is written.</summary>
public sealed class LoadingTests
{
    private readonly StringWriter told = new();
    private TextWriter before = null!;
    private string folder = null!;

    [SetUp]
    public void Prepare()
    {
        (before, logging.writer) = (logging.writer, told);
        told.GetStringBuilder().Clear();
        folder = Directory.CreateTempSubdirectory("model-").FullName;
    }

    [TearDown]
    public void Restore()
    {
        logging.writer = before;
        Directory.Delete(folder, recursive: true);
    }

    [OneTimeTearDown]
    public void Close() => told.Dispose();

    [Test]
    public void Weights_without_a_place_and_weights_that_lack_are_listed_as_data_and_as_warnings()
    {
        Copy("bert");
        Remove("classifier.weight", "classifier.bias");
        using var model = BertForSequenceClassification.from_pretrained(folder);
        var report = model.loading_report!;
        Assert.That(report.missing_keys, Is.EqualTo(new[] { "classifier.bias", "classifier.weight" }));
        Assert.That(
            report.unexpected_keys,
            Is.EqualTo(
                new[]
                {
                    "cls.predictions.bias",
                    "cls.predictions.transform.LayerNorm.bias",
                    "cls.predictions.transform.LayerNorm.weight",
                    "cls.predictions.transform.dense.bias",
                    "cls.predictions.transform.dense.weight",
                }
            )
        );
        Assert.That(
            told.ToString(),
            Does.Contain("['classifier.bias', 'classifier.weight']").And.Contain("newly initialised").And.Contain("BertForSequenceClassification")
        );
        Assert.That(model.get_parameter("classifier.bias")!.abs().sum().item<float>(), Is.Zero);
        Assert.That(model.get_parameter("classifier.weight")!.std().item<float>(), Is.EqualTo(0.02f).Within(0.01f), "48 numbers of deviation 0.02");
    }

    [Test]
    public void A_file_that_fits_is_read_without_a_word()
    {
        using (var whole = BertForSequenceClassification.from_pretrained(ReferenceModel.PathOf("bert"))) whole.save_pretrained(folder);
        told.GetStringBuilder().Clear();
        using var model = BertForSequenceClassification.from_pretrained(folder);
        Assert.That(model.loading_report!.missing_keys.Concat(model.loading_report.unexpected_keys), Is.Empty);
        Assert.That(told.ToString(), Is.Empty);
        Assert.That(model.training, Is.False);
    }

    [Test]
    public void A_model_without_a_head_is_read_into_one_with_a_head_and_back()
    {
        using (var bare = BertModel.from_pretrained(ReferenceModel.PathOf("bert"))) bare.save_pretrained(folder);
        Assert.That(safetensors.load_file(Path.Combine(folder, "model.safetensors")).Keys, Has.All.Not.StartsWith("bert."));
        using var headed = BertForSequenceClassification.from_pretrained(folder);
        Assert.That(headed.loading_report!.missing_keys, Is.EqualTo(new[] { "classifier.bias", "classifier.weight" }));
        Assert.That(headed.loading_report.unexpected_keys, Is.Empty);
        using var original = BertForSequenceClassification.from_pretrained(ReferenceModel.PathOf("bert"));
        var name = "bert.encoder.layer.1.output.dense.weight";
        Assert.That(headed.get_parameter(name)!.bytes.ToArray(), Is.EqualTo(original.get_parameter(name)!.bytes.ToArray()));
    }

    [Test]
    public void Another_number_of_labels_is_refused_unless_it_is_allowed()
    {
        Copy("bert");
        Assert.That(
            () => BertForSequenceClassification.from_pretrained(folder, num_labels: 5),
            Throws
                .TypeOf<InvalidInputException>()
                .With.Message.Contains("'classifier.bias' has [3], the model needs [5]")
                .And.Message.Contains("ignore_mismatched_sizes")
        );
        using var model = BertForSequenceClassification.from_pretrained(folder, num_labels: 5, ignore_mismatched_sizes: true);
        Assert.That(model.loading_report!.mismatched_keys.Select(entry => entry.key), Is.EqualTo(new[] { "classifier.bias", "classifier.weight" }));
        Assert.That(model.config.id2label[4], Is.EqualTo("LABEL_4"));
    }

    [Test]
    public void The_class_comes_from_the_model_type_in_config_json()
    {
        Copy("bert");
        Assert.That(AutoConfig.from_pretrained(folder), Is.TypeOf<BertConfig>());
        using (var bare = AutoModel.from_pretrained(folder)) Assert.That(bare, Is.TypeOf<BertModel>());
        using (var classifies = AutoModelForSequenceClassification.from_pretrained(folder)) Assert.That(classifies, Is.TypeOf<BertForSequenceClassification>());
        var path = Path.Combine(folder, "config.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"bert\"", "\"gpt2\""));
        Assert.That(
            () => AutoModel.from_pretrained(folder),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains("model_type 'gpt2' has a model without a head in no class known here")
        );
    }

    [Test]
    public void What_is_saved_is_what_Python_reads()
    {
        using (var model = BertForSequenceClassification.from_pretrained(ReferenceModel.PathOf("bert-bin"))) model.save_pretrained(folder);
        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "config.json", "model.safetensors" }));
        var config = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "config.json")))!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)config["model_type"], Is.EqualTo("bert"));
            Assert.That(config["architectures"]!.ToJsonString(), Is.EqualTo("[\"BertForSequenceClassification\"]"));
            Assert.That((int?)config["hidden_size"], Is.EqualTo(16));
            Assert.That((string?)config["id2label"]!["1"], Is.EqualTo("hit"));
            Assert.That((int?)config["label2id"]!["hit"], Is.EqualTo(1));
            Assert.That((bool?)config["use_cache"], Is.True, "what is not known here is kept");
            Assert.That(config.AsObject().Select(field => field.Key), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        });
        var path = Path.Combine(folder, "model.safetensors");
        Assert.That(safetensors.metadata(path)["format"], Is.EqualTo("pt"));
        // Not the head that scores words, which the file also has and this model has not.
        var all = safetensors.load_file(Path.Combine(ReferenceModel.PathOf("bert"), "model.safetensors")).Keys;
        Assert.That(safetensors.load_file(path).Keys, Is.EquivalentTo(all.Where(name => !name.StartsWith("cls.", StringComparison.Ordinal))));
    }

    [Test]
    public void Saved_and_read_again_a_model_gives_the_same_to_the_last_bit()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var model = new BertForSequenceClassification(new BertConfig
        {
            vocab_size = 20,
            hidden_size = 8,
            num_hidden_layers = 1,
            num_attention_heads = 2,
            intermediate_size = 12,
            max_position_embeddings = 8,
        });
        model.eval();
        model.save_pretrained(folder);
        using var again = AutoModelForSequenceClassification.from_pretrained(folder);
        var ids = tensor(
            new long[,]
            {
                { 1, 2, 3 },
            }
        );
        Assert.That(
            ((SequenceClassifierOutput)again.call(new Dictionary<string, Tensor> { ["input_ids"] = ids })).logits.bytes.ToArray(),
            Is.EqualTo(model.call(ids).logits.bytes.ToArray())
        );
    }

    [Test]
    public void Loading_draws_no_random_numbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var expected = rand(3).data<float>().ToArray();
        manual_seed(7);
        using var model = BertModel.from_pretrained(ReferenceModel.PathOf("bert"));
        Assert.That(rand(3).data<float>().ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Tables_of_embeddings_that_were_read_are_the_ones_that_are_used_and_trained()
    {
        using var scope = NewDisposeScope();
        using var model = BertModel.from_pretrained(ReferenceModel.PathOf("bert"));
        model.call(tensor(new long[,] { { 5, 0, 6 } })).last_hidden_state.square().sum().backward();
        var gradient = model.get_parameter("embeddings.word_embeddings.weight")!.grad!.abs().sum(1).data<float>().ToArray();
        Assert.That(gradient[5], Is.Positive);
        Assert.That(gradient[6], Is.Positive);
        Assert.That(gradient[0], Is.Zero, "padding");
        Assert.That(gradient[7], Is.Zero, "not in the text");
    }

    [Test]
    public void Weights_of_another_shape_are_named_by_load_state_dict_before_any_is_copied()
    {
        using var scope = NewDisposeScope();
        using var model = BertModel.from_pretrained(ReferenceModel.PathOf("bert"));
        var bias = model.get_parameter("pooler.dense.bias")!.clone();
        var others = model.state_dict().ToDictionary(entry => entry.Key, entry => zeros_like(entry.Value));
        others["pooler.dense.weight"] = zeros(16, 15);
        Assert.That(
            () => model.load_state_dict(others),
            Throws.ArgumentException.With.Message.Contains("'pooler.dense.weight' has [16, 15], the model needs [16, 16]")
        );
        Assert.That(model.get_parameter("pooler.dense.bias")!.allclose(bias), Is.True);
        others["pooler.dense.weight"] = zeros(16, 16);
        model.load_state_dict(others);
        Assert.That(model.get_parameter("pooler.dense.bias")!.abs().sum().item<float>(), Is.Zero);
    }

    [Test]
    public void Weights_in_several_files_are_read_by_their_index()
    {
        Copy("bert");
        var path = Path.Combine(folder, "model.safetensors");
        var weights = safetensors.load_file(path);
        var (first, second) = (weights.Take(20).ToDictionary(), weights.Skip(20).ToDictionary());
        safetensors.save_file(first, Path.Combine(folder, "model-00001-of-00002.safetensors"));
        safetensors.save_file(second, Path.Combine(folder, "model-00002-of-00002.safetensors"));
        File.Delete(path);
        var map = first
            .Keys.ToDictionary(name => name, _ => "model-00001-of-00002.safetensors")
            .Concat(second.Keys.ToDictionary(name => name, _ => "model-00002-of-00002.safetensors"))
            .ToDictionary();
        File.WriteAllText(path + ".index.json", JsonSerializer.Serialize(new { weight_map = map }));
        using (var model = BertForSequenceClassification.from_pretrained(folder)) Assert.That(model.loading_report!.missing_keys, Is.Empty);
        map["classifier.bias"] = "../secret.safetensors";
        File.WriteAllText(path + ".index.json", JsonSerializer.Serialize(new { weight_map = map }));
        Assert.That(() => BertModel.from_pretrained(folder), Throws.TypeOf<InvalidInputException>().With.Message.Contains("not beside it"));
    }

    [TestCase("\"hidden_size\": 16", "\"hidden_size\": 17", "cannot be divided among 4 heads")]
    [TestCase("\"hidden_size\": 16", "\"hidden_size\": \"16\"", "hidden_size cannot be that")]
    [TestCase("\"hidden_size\": 16", "\"hidden_size\": 0", "hidden_size is 0")]
    [TestCase("\"hidden_size\": 16", "\"hidden_size\": null", "hidden_size cannot be that")]
    [TestCase("\"vocab_size\": 23", "\"vocab_size\": 1152921504606846976", "vocab_size is")]
    [TestCase("\"vocab_size\": 23", "\"vocab_size\": 2000000000", "the folder has")]
    [TestCase("\"hidden_act\": \"gelu\"", "\"hidden_act\": \"exec\"", "hidden_act is 'exec'")]
    [TestCase("\"hidden_dropout_prob\": 0.1", "\"hidden_dropout_prob\": 2", "from 0 to 1")]
    [TestCase("\"model_type\": \"bert\"", "\"model_type\": \"bart\"", "describes a bart")]
    [TestCase("\"vocab_size\": 23", "\"vocab_size\": 24", "[23, 16], the model needs [24, 16]")]
    [TestCase("\"vocab_size\": 23", "\"vocab_size\": 23, \"vocab_size\": 23", "twice")]
    [TestCase("{\n", "[\n", "no JSON")]
    public void A_config_json_that_cannot_be_is_one_clear_error(string from, string to, string problem)
    {
        Copy("bert");
        var path = Path.Combine(folder, "config.json");
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(path, text.Replace(from, to));
        Assert.That(
            () => BertForSequenceClassification.from_pretrained(folder),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains(problem).And.Message.StartsWith(folder)
        );
    }

    [Test]
    public void Folders_without_files_say_which_one_is_missing()
    {
        Assert.That(() => AutoModel.from_pretrained(Path.Combine(folder, "none")), Throws.TypeOf<InvalidInputException>().With.Message.Contains("config.json"));
        Copy("bert");
        File.Delete(Path.Combine(folder, "model.safetensors"));
        Assert.That(
            () => BertModel.from_pretrained(folder),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains("neither model.safetensors nor pytorch_model.bin")
        );
    }

    [Test]
    public void A_pickle_that_is_cut_compressed_or_runs_something_is_one_clear_error()
    {
        Copy("bert-bin");
        var path = Path.Combine(folder, "pytorch_model.bin");
        var whole = File.ReadAllBytes(path);
        void Refused(string problem) =>
            Assert.That(
                () => BertModel.from_pretrained(folder),
                Throws.TypeOf<InvalidInputException>().With.Message.StartsWith(path).And.Message.Contains(problem)
            );
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
        Refused("no sound file of weights");
        File.WriteAllBytes(path, []);
        Refused("no sound file of weights");
        Zip(path, ("a/data.pkl", "cos\nsystem\n(S'true'\ntR."u8.ToArray(), CompressionLevel.NoCompression));
        Refused("refused");
        Zip(path, ("a/data.pkl", new byte[50_000_000], CompressionLevel.SmallestSize));
        Refused("refused");
    }

    private static void Zip(string path, params (string name, byte[] bytes, CompressionLevel level)[] entries)
    {
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes, level) in entries)
        {
            using var entry = zip.CreateEntry(name, level).Open();
            entry.Write(bytes);
        }
    }

    private void Copy(string name)
    {
        foreach (var file in Directory.GetFiles(ReferenceModel.PathOf(name))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private void Remove(params string[] names)
    {
        var path = Path.Combine(folder, "model.safetensors");
        safetensors.save_file(safetensors.load_file(path).Where(entry => !names.Contains(entry.Key)).ToDictionary(), path);
    }
}
