using HitSongs.Tests.Grading;
using HitSongs.Transformers;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Tokenizers;

public sealed class TokenizerFilesTests
{
    private const string Model = """{"type": "WordPiece", "unk_token": "[UNK]", "vocab": {"[UNK]": 0, "a": 1}}""";

    [Test]
    public void A_saved_tokenizer_comes_back_with_its_settings()
    {
        using var folder = new TemporaryFolder();
        var tokenizer = BertTokenizer.from_vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "hello", "É"], do_lower_case: false, model_max_length: 17);
        tokenizer.add_special_tokens("<speaker>");
        tokenizer.add_tokens(new AddedToken("Hit") { single_word = true });
        tokenizer.padding_side = "left";
        var files = tokenizer.save_pretrained(folder.Path);
        Assert.That(files.Select(Path.GetFileName), Is.EqualTo(["tokenizer_config.json", "special_tokens_map.json", "vocab.txt", "tokenizer.json"]));

        var read = AutoTokenizer.from_pretrained(folder.Path);
        Assert.That(read, Is.TypeOf<BertTokenizer>());
        Assert.That(read.model_max_length, Is.EqualTo(17));
        Assert.That(read.padding_side, Is.EqualTo("left"));
        Assert.That(read.all_special_tokens, Is.EqualTo(tokenizer.all_special_tokens));
        Assert.That(read.get_vocab(), Is.EquivalentTo(tokenizer.get_vocab()));
        Assert.That(read.encode("hello É Hit<speaker>[MASK]"), Is.EqualTo(tokenizer.encode("hello É Hit<speaker>[MASK]")));
    }

    [Test]
    public void The_older_layout_of_bert_reads_as_the_newer()
    {
        using var folder = new TemporaryFolder();
        Tokenizer.Cased.save_pretrained(folder.Path);
        File.Delete(Path.Combine(folder.Path, "tokenizer.json"));
        AssertSame(AutoTokenizer.from_pretrained(folder.Path), Tokenizer.Cased, "Hello, café unaffable [MASK]!");
    }

    [Test]
    public void The_older_layout_of_gpt_2_reads_as_the_newer()
    {
        using var folder = new TemporaryFolder();
        Tokenizer.Gpt2.save_pretrained(folder.Path);
        File.Delete(Path.Combine(folder.Path, "tokenizer.json"));
        var read = AutoTokenizer.from_pretrained(folder.Path);
        Assert.That(read, Is.TypeOf<GPT2Tokenizer>());
        AssertSame(read, Tokenizer.Gpt2, "It's the best song<|endoftext|> — 日本 😀");
    }

    [Test]
    public void A_bare_vocabulary_is_enough_for_bert()
    {
        using var folder = new TemporaryFolder();
        folder.Write("vocab.txt", "[PAD]\r\n[UNK]\r\n[CLS]\r\n[SEP]\r\nhello\r\n");
        var tokenizer = BertTokenizer.from_pretrained(folder.Path);
        Assert.That(tokenizer.encode("Hello you"), Is.EqualTo([2, 4, 1, 3]));
        Assert.That(tokenizer.mask_token, Is.Null, "the vocabulary has none");
    }

    [Test]
    public void Roberta_in_the_older_layout_has_its_own_special_tokens_around_a_pair()
    {
        using var folder = new TemporaryFolder();
        folder.Write("vocab.json", """{"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "<mask>": 4, "a": 5, "b": 6, "Ġ": 7, "Ġa": 8}""");
        folder.Write("merges.txt", "#version: 0.2\nĠ a\n");
        folder.Write("config.json", """{"model_type": "roberta"}""");
        var tokenizer = AutoTokenizer.from_pretrained(folder.Path);
        Assert.That(tokenizer, Is.TypeOf<RobertaTokenizer>());
        Assert.That(tokenizer.encode("a a", "b <mask>"), Is.EqualTo([0, 5, 8, 2, 2, 6, 4, 2]));
        Assert.That(tokenizer.call("a a")[0].offsets[2], Is.EqualTo((2, 3)), "the space is trimmed");
    }

    [TestCase("""{"model": {"type": "WordPiece", """, "tokenizer.json:1: this is not JSON", TestName = "Cut_json_is_one_clear_error")]
    [TestCase("{\n\"version\": \"1.0\"\n}", "tokenizer.json:1: \"model\" is missing", TestName = "A_missing_model_is_one_clear_error")]
    [TestCase(
        "{\"model\":\n{\"type\": \"Unigram\", \"vocab\": []}}",
        "tokenizer.json:2: the model \"Unigram\" is not known. Known are WordPiece, BPE",
        TestName = "An_unknown_model_is_named"
    )]
    [TestCase(
        "{\"normalizer\":\n{\"type\": \"Precompiled\"}, \"model\": " + Model + "}",
        "tokenizer.json:2: the normalizer \"Precompiled\" is not known",
        TestName = "An_unknown_normalizer_is_named"
    )]
    [TestCase(
        "{\"pre_tokenizer\": {\"type\": \"Sequence\", \"pretokenizers\": [\n{\"type\": \"Metaspace\"}]}, \"model\": " + Model + "}",
        "tokenizer.json:2: the pre-tokenizer \"Metaspace\" is not known",
        TestName = "An_unknown_pre_tokenizer_in_a_sequence_is_named"
    )]
    [TestCase(
        "{\"post_processor\": {\"type\": \"Magic\"}, \"model\": " + Model + "}",
        "the post-processor \"Magic\" is not known",
        TestName = "An_unknown_post_processor_is_named"
    )]
    [TestCase("{\"decoder\": {\"type\": \"CTC\"}, \"model\": " + Model + "}", "the decoder \"CTC\" is not known", TestName = "An_unknown_decoder_is_named")]
    [TestCase(
        "{\"normalizer\": {\"type\": \"Replace\", \"pattern\": {\"Regex\": \"(a+)+$\"}, \"content\": \"\"}, \"model\": " + Model + "}",
        "Replace with a regular expression",
        TestName = "A_regular_expression_of_a_file_is_never_run"
    )]
    [TestCase(
        "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {\"[UNK]\": 0,\n\"a\": 0}}}",
        "tokenizer.json:2: id 0 belongs to \"[UNK]\" and to \"a\"",
        TestName = "An_id_given_twice_is_one_clear_error"
    )]
    [TestCase(
        "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {\"[UNK]\": 0,\n\"a\": 1,\n\"a\": 2}}}",
        "tokenizer.json:3: the key \"a\" is there twice",
        TestName = "A_token_given_twice_is_one_clear_error"
    )]
    [TestCase(
        "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {\"[UNK]\": -1}}}",
        "\"-1\", not a whole number",
        TestName = "A_negative_id_is_one_clear_error"
    )]
    [TestCase(
        "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {\"[UNK]\": 99999999999}}}",
        "not a whole number",
        TestName = "An_id_beyond_32_bits_is_one_clear_error"
    )]
    [TestCase(
        "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {\"a\": 0}}}",
        "lacks its unknown token \"[UNK]\"",
        TestName = "A_vocabulary_without_its_unknown_token_is_one_clear_error"
    )]
    [TestCase(
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0, \"b\": 1, \"ab\": 2}, \"merges\": [\"a b\",\n\"ab\"]}}",
        "tokenizer.json:2: the merge \"ab\" is not two tokens",
        TestName = "A_merge_of_one_word_is_one_clear_error"
    )]
    [TestCase(
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0, \"b\": 1}, \"merges\": [\n[\"a\", \"b\"]]}}",
        "tokenizer.json:2: the merge needs the token \"ab\"",
        TestName = "A_merge_into_an_unknown_token_is_one_clear_error"
    )]
    [TestCase(
        "{\"model\": {\"type\": \"BPE\", \"byte_fallback\": true, \"vocab\": {}, \"merges\": []}}",
        "\"byte_fallback\", which is not known",
        TestName = "Byte_fallback_is_named"
    )]
    [TestCase(
        "{\"added_tokens\": [{\"id\": 1, \"content\": \"b\"}], \"model\": " + Model + "}",
        "the added token \"b\" has the id 1 of the token \"a\"",
        TestName = "An_added_token_on_anothers_id_is_one_clear_error"
    )]
    [TestCase("{\"model\": {\"vocab\": {\"[UNK]\": 0, \"\\ud800\": 1}}}", "not valid Unicode", TestName = "A_lone_surrogate_in_the_file_is_one_clear_error")]
    [TestCase(
        "{\"post_processor\": {\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"[X]\", \"type_id\": 0}}], \"pair\": [], "
            + "\"special_tokens\": {}}, \"model\": "
            + Model
            + "}",
        "names \"[X]\", which \"special_tokens\" lacks",
        TestName = "A_template_with_an_unknown_token_is_one_clear_error"
    )]
    public void A_bad_file_is_one_clear_error(string json, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("tokenizer.json", json);
        AssertClear(folder.Path, message);
    }

    [Test]
    public void Deep_nesting_is_one_clear_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("tokenizer.json", new string('[', 100_000));
        AssertClear(folder.Path, "this is not JSON");
    }

    [Test]
    public void A_file_of_gigabytes_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(Path.Combine(folder.Path, "tokenizer.json")))
        {
            // A hole in the file: the disk holds nothing of it.
            file.SetLength(3L << 30);
        }
        AssertClear(folder.Path, "the file has 3,221,225,472 bytes");
    }

    [TestCase("[UNK]\n[CLS]\n[SEP]\na\nb\na\n", "vocab.txt:6: the token \"a\" is already in line 4")]
    [TestCase("", "the vocabulary is empty")]
    [TestCase("[UNK]\na\n", "the vocabulary lacks the special token \"[SEP]\"")]
    public void A_bad_vocabulary_is_one_clear_error(string vocabulary, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("vocab.txt", vocabulary);
        AssertClear(folder.Path, message);
    }

    [TestCase("#version: 0.2\na b\nab\n", "merges.txt:3: the merge \"ab\" is not two tokens")]
    [TestCase("a b c\n", "merges.txt:1: the merge \"a b c\" is not two tokens")]
    [TestCase("a x\n", "merges.txt:1: the merge needs the token \"x\"")]
    public void Bad_merges_are_one_clear_error(string merges, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("vocab.json", """{"a": 0, "b": 1, "ab": 2}""");
        folder.Write("merges.txt", merges);
        AssertClear(folder.Path, message);
    }

    [Test]
    public void Bytes_that_are_not_utf_8_are_one_clear_error()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "vocab.txt"), [0x61, 0x0A, 0xFF, 0xFE]);
        AssertClear(folder.Path, "vocab.txt:2: this is not UTF-8");
    }

    [Test]
    public void A_missing_folder_and_an_empty_one_say_what_to_do()
    {
        using var folder = new TemporaryFolder();
        AssertClear(Path.Combine(folder.Path, "bert-base-uncased"), "there is no such folder. Download the model first and name its folder");
        AssertClear(folder.Path, "the folder has no tokenizer.json, vocab.txt or vocab.json");
    }

    [Test]
    public void A_configuration_cannot_point_out_of_its_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("secret.txt", "[UNK]\n[CLS]\n[SEP]\nsecret\n");
        folder.Write(
            "model/tokenizer_config.json",
            """{"vocab_file": "../secret.txt", "tokenizer_file": "../secret.txt", "auto_map": {"AutoTokenizer": "../evil.py"}}"""
        );
        AssertClear(Path.Combine(folder.Path, "model"), "the folder has no tokenizer.json");
        Assert.That(
            () => Tokenizer.Bert.save_pretrained(folder.Path, "../x"),
            Throws.ArgumentException.With.Message.Contains("not the beginning of a file name")
        );
    }

    [TestCase("""{"padding_side": "middle"}""", "\"padding_side\" is \"middle\"")]
    [TestCase("""{"model_max_length": -3}""", "\"model_max_length\" is \"-3\"")]
    [TestCase("""{"cls_token": 7}""", "\"cls_token\" is \"7\", not an object")]
    [TestCase("""{"added_tokens_decoder": {"-1": {"content": "x"}}}""", "\"-1\" is not an id")]
    public void A_bad_configuration_is_one_clear_error(string config, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("vocab.txt", "[UNK]\n[CLS]\n[SEP]\n");
        folder.Write("tokenizer_config.json", config);
        AssertClear(folder.Path, message);
    }

    private static void AssertClear(string folder, string message)
    {
        var error = Assert.Throws<InvalidInputException>(() => AutoTokenizer.from_pretrained(folder));
        Assert.That(error!.Message, Does.Contain(message));
        Assert.That(error.Message, Does.Not.Contain("\n").And.EndsWith("."));
    }

    private static void AssertSame(PreTrainedTokenizer read, PreTrainedTokenizer written, string text)
    {
        var (one, other) = (read.call(text, text)[0], written.call(text, text)[0]);
        Assert.That(one.tokens, Is.EqualTo(other.tokens));
        Assert.That(one.ids, Is.EqualTo(other.ids));
        Assert.That(one.offsets, Is.EqualTo(other.offsets));
        Assert.That(read.decode(one.ids, true), Is.EqualTo(written.decode(other.ids, true)));
        Assert.That(read.special_tokens_map, Is.EquivalentTo(written.special_tokens_map));
    }
}
