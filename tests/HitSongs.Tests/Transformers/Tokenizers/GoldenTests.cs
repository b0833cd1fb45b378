using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Tests.Grading;
using HitSongs.Transformers;
using HitSongs.Transformers.Tokenizers;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Tokenizers;

/// <summary>
/// Token for token what others make of the same drawn texts: a plain port in Python (golden.json) and Hugging Face's own engine
/// (huggingface.json). Both are made again by the scripts in tests/HitSongs.Benchmarks/peers, whose first lines say how.
/// </summary>
public sealed class GoldenTests
{
    private static readonly JsonNode Python = Read("golden.json");
    private static readonly JsonNode HuggingFace = Read("huggingface.json");

    private static IEnumerable<string> Tokenizers => HuggingFace["tokenizers"]!.AsObject().Select(one => one.Key);

    [TestCase("uncased", true)]
    [TestCase("cased", false)]
    public void Word_piece_agrees_with_the_port_in_python(string column, bool lower)
    {
        var tokenizer = BertTokenizer.from_vocabulary(Python["tokens"].Deserialize<string[]>()!, do_lower_case: lower);
        // The port knows no special tokens in the text.
        var cases = Cases().Where(one => !one["text"]!.GetValue<string>().Contains("[MASK]")).ToList();
        Assert.That(cases, Has.Count.GreaterThan(300));
        AllAgree(cases, column, text => tokenizer.encode(text, add_special_tokens: false));
    }

    [Test]
    public void Byte_level_bpe_agrees_with_the_port_in_python()
    {
        var merges = Python["merges"].Deserialize<string[][]>()!.Select(merge => (merge[0], merge[1])).ToList();
        var tokenizer = GPT2Tokenizer.from_vocabulary(Python["vocabulary"].Deserialize<Dictionary<string, int>>()!, merges);
        AllAgree(Cases(), "bpe", text => tokenizer.encode(text));
    }

    [Test]
    public void Unicodes_normal_forms_agree_with_pythons([Values("NFC", "NFD", "NFKC", "NFKD")] string form)
    {
        var normalizer = new UnicodeNormalizer(Enum.Parse<UnicodeForm>(form));
        Assert.Multiple(() =>
        {
            foreach (var one in Cases())
            {
                Assert.That(normalizer.Apply(one["text"]!.GetValue<string>()), Is.EqualTo(one[form]!.GetValue<string>()));
            }
        });
    }

    [TestCaseSource(nameof(Tokenizers))]
    public void Everything_agrees_with_hugging_faces_engine(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write("tokenizer.json", Definition(name));
        var tokenizer = AutoTokenizer.from_pretrained(folder.Path);
        AssertAgrees(name, tokenizer);
    }

    [TestCaseSource(nameof(Tokenizers))]
    public void A_tokenizer_saved_and_read_again_agrees_too(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write("tokenizer.json", Definition(name));
        var saved = Path.Combine(folder.Path, "saved");
        AutoTokenizer.from_pretrained(folder.Path).save_pretrained(saved);
        AssertAgrees(name, AutoTokenizer.from_pretrained(saved));
    }

    private static void AssertAgrees(string name, PreTrainedTokenizer tokenizer)
    {
        var texts = HuggingFace["texts"].Deserialize<string[][]>()!;
        var expected = HuggingFace["tokenizers"]![name]!["encodings"]!.AsArray();
        Assert.Multiple(() =>
        {
            for (var i = 0; i < texts.Length; i++)
            {
                var encoding = tokenizer.call(texts[i][0], texts[i].ElementAtOrDefault(1), truncation: false)[0];
                var observed = new
                {
                    encoding.ids,
                    types = encoding.type_ids,
                    special = encoding.special_tokens_mask,
                    words = encoding.word_ids,
                    offsets = encoding.offsets.Select(range => new[] { range.start, range.end }),
                    decoded = tokenizer.decode(encoding.ids, skip_special_tokens: true),
                };
                Assert.That(JsonSerializer.Serialize(observed), Is.EqualTo(expected[i]!.ToJsonString()), () => JsonSerializer.Serialize(texts[i]));
            }
        });
    }

    private static void AllAgree(IReadOnlyCollection<JsonNode> cases, string column, Func<string, IReadOnlyList<int>> encode) => Assert.Multiple(() =>
    {
        foreach (var one in cases)
        {
            var text = one["text"]!.GetValue<string>();
            Assert.That(encode(text), Is.EqualTo(one[column].Deserialize<int[]>()), () => JsonSerializer.Serialize(text));
        }
    });

    private static List<JsonNode> Cases() => [.. Python["cases"]!.AsArray().Select(one => one!)];

    private static string Definition(string name)
    {
        var definition = HuggingFace["tokenizers"]![name]!["definition"]!.DeepClone();
        var model = definition["model"]!;
        if (model["type"]!.GetValue<string>() == "BPE")
        {
            model["vocab"] = Python["vocabulary"]!.DeepClone();
            model["merges"] = Python["merges"]!.DeepClone();
        }
        else
        {
            model["vocab"] = new JsonObject(Python["tokens"].Deserialize<string[]>()!.Select((token, id) => KeyValuePair.Create(token, (JsonNode?)id)));
        }
        return definition.ToJsonString();
    }

    private static JsonNode Read(string file, [CallerFilePath] string here = "") => JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Golden", file)))!;
}
