using System.Text.Json.Nodes;
using HitSongs.Tests.Grading;
using HitSongs.Transformers;
using HitSongs.Transformers.Pretrained;
using Microsoft.ML.Tokenizers;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Tokenizers.Oracles;

/// <summary>Token for token what others make of two thousand varied texts: Hugging Face's tokenizers in Rust, and Tiktoken.</summary>
[Platform("Linux")]
public sealed class OracleTests
{
    private const int Texts = 2000;

    [Test]
    public void Word_piece_on_a_pretrained_vocabulary_agrees_with_Rust()
    {
        using var rust = new RustTokenizer(PretrainedModels.Folder("minilm"));
        var own = AutoTokenizer.from_pretrained("minilm");
        AssertAgree(VariedTexts.Draw(Texts, seed: 1), text => own.encode(text), rust.Ids);
    }

    [Test]
    public void What_word_piece_gives_back_agrees_with_Rust()
    {
        using var rust = new RustTokenizer(PretrainedModels.Folder("minilm"));
        var own = AutoTokenizer.from_pretrained("minilm");
        Assert.Multiple(() =>
        {
            foreach (var text in VariedTexts.Draw(500, seed: 2))
            {
                var ids = own.encode(text);
                Assert.That(own.decode(ids, skip_special_tokens: true), Is.EqualTo(rust.Text(ids)), () => Shown(text));
            }
        });
    }

    [TestCase("NFC", 3)]
    [TestCase("NFD", 4)]
    [TestCase("NFKC", 5)]
    [TestCase("NFKD", 6)]
    [TestCase("Lowercase", 7)]
    public void Byte_level_bpe_behind_a_normalizer_agrees_with_Rust(string normalizer, int seed)
    {
        using var folder = new TemporaryFolder();
        Gpt2Vocabulary.Tokenizer().save_pretrained(folder.Path);
        var path = Path.Combine(folder.Path, "tokenizer.json");
        var definition = JsonNode.Parse(File.ReadAllText(path))!;
        definition["normalizer"] = new JsonObject { ["type"] = normalizer };
        File.WriteAllText(path, definition.ToJsonString());
        using var rust = new RustTokenizer(folder.Path);
        var own = AutoTokenizer.from_pretrained(folder.Path);
        AssertAgree(VariedTexts.Draw(Texts / 5, seed), text => own.encode(text), rust.Ids);
    }

    [Test]
    public void Byte_level_bpe_on_the_vocabulary_of_GPT_2_agrees_with_Tiktoken()
    {
        var (own, tiktoken) = (Gpt2Vocabulary.Tokenizer(), TiktokenTokenizer.CreateForModel("gpt2"));
        Assert.That(own.Count, Is.EqualTo(50_257));
        AssertAgree(VariedTexts.Draw(Texts, seed: 8), text => own.encode(text), text => tiktoken.EncodeToIds(text));
    }

    private static void AssertAgree(IReadOnlyList<string> texts, Func<string, IReadOnlyList<int>> own, Func<string, IReadOnlyList<int>> other)
    {
        var differing = texts.Where(text => !own(text).SequenceEqual(other(text))).ToList();
        var unexplained = differing.Where(text => KnownDifference.Reason(text) is null).Select(Shown).ToList();
        TestContext.Out.WriteLine(
            $"{differing.Count} of {texts.Count} texts differ: "
                + $"{string.Join(", ", differing.CountBy(text => KnownDifference.Reason(text) ?? "unexplained").Select(one => $"{one.Value} {one.Key}"))}"
        );
        Assert.That(unexplained, Is.Empty);
        Assert.That(
            differing.Select(KnownDifference.Without).Where(text => !own(text).SequenceEqual(other(text))),
            Is.Empty,
            "without its reason a text differs no more"
        );
        Assert.That(differing, Has.Count.LessThan(texts.Count / 20), "so few that what agrees says something");
    }

    private static string Shown(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
