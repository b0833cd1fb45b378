using HitSongs.Transformers.Tokenizers.Files;
using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Steps;
using HitSongs.Transformers.Tokenizers.Text;
using HitSongs.Transformers.Tokenizers.Training;

namespace HitSongs.Transformers;

/// <summary>BERT's tokenizer: WordPiece, with [CLS], [SEP], [PAD], [MASK] and [UNK].</summary>
public sealed class BertTokenizer : PreTrainedTokenizer
{
    internal BertTokenizer(TokenizerPipeline pipeline, TokenizerSettings settings)
        : base(pipeline, settings, SpecialTokens.Bert)
    {
    }

    /// <summary>DistilBERT's models take no type ids.</summary>
    public override IReadOnlyList<string> model_input_names =>
        Settings.ModelInputNames ?? (Settings.TokenizerClass == "DistilBertTokenizer" ? ["input_ids", "attention_mask"] : base.model_input_names);

    internal override string ClassName => Settings.TokenizerClass ?? "BertTokenizer";

    /// <inheritdoc cref="AutoTokenizer.from_pretrained"/>
    public static BertTokenizer from_pretrained(string folder)
    {
        var (pipeline, settings) = AutoTokenizer.Read(folder);
        return pipeline.Model is WordPieceModel
            ? new(pipeline, settings)
            : throw new InvalidInputException(folder, null, "the tokenizer is not a WordPiece one", "Use AutoTokenizer.from_pretrained");
    }

    /// <summary>Learns a WordPiece vocabulary: [PAD], [UNK], [CLS], [SEP] and [MASK] with the ids 0 to 4, then the characters, then what they were joined
    /// to.</summary>
    /// <param name="texts">The corpus.</param>
    /// <param name="vocab_size">The most tokens, unless the characters alone are more.</param>
    /// <param name="min_frequency">How often a pair must occur to be joined.</param>
    /// <param name="score">By what the next pair is chosen; ties go to the lower ids, so that the same corpus gives the same vocabulary.</param>
    /// <param name="do_lower_case">Whether letters become lower case and lose their accents.</param>
    /// <param name="model_max_length">The longest text that the model will take.</param>
    public static BertTokenizer train_from_iterator(
        IEnumerable<string> texts,
        int vocab_size = 30000,
        int min_frequency = 0,
        WordPieceScore score = WordPieceScore.Frequency,
        bool do_lower_case = true,
        int? model_max_length = null
    )
    {
        var counts = WordCounts.Of(texts, new BertNormalizer(lowercase: do_lower_case), new([new BertPreTokenizer()]));
        var (vocabulary, _) = SubwordTrainer.Train(counts, new()
        {
            VocabSize = vocab_size,
            MinFrequency = min_frequency,
            SpecialTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
            ContinuingPrefix = "##",
            Score = score,
        });
        return from_vocabulary([.. vocabulary.OrderBy(entry => entry.Value).Select(entry => entry.Key)], do_lower_case, model_max_length: model_max_length);
    }

    /// <summary>A tokenizer on a vocabulary of one's own, in which token n has the id n.</summary>
    /// <exception cref="InvalidInputException">A token is there twice, or [UNK], [CLS] or [SEP] is missing.</exception>
    public static BertTokenizer from_vocabulary(
        IReadOnlyList<string> vocabulary,
        bool do_lower_case = true,
        bool? strip_accents = null,
        bool tokenize_chinese_chars = true,
        int? model_max_length = null
    )
    {
        var settings = new TokenizerSettings
        {
            LowerCase = do_lower_case,
            StripAccents = strip_accents,
            TokenizeChineseChars = tokenize_chinese_chars,
            ModelMaxLength = model_max_length,
        };
        return new(OlderLayout.Bert("vocabulary", VocabularyReader.FromList(vocabulary), settings), settings);
    }
}

/// <summary>GPT-2's tokenizer: byte-level BPE, which knows no unknown token. It has no padding token until one is named.</summary>
public sealed class GPT2Tokenizer : PreTrainedTokenizer
{
    internal GPT2Tokenizer(TokenizerPipeline pipeline, TokenizerSettings settings)
        : base(pipeline, settings, SpecialTokens.Gpt2)
    {
    }

    public override IReadOnlyList<string> model_input_names => Settings.ModelInputNames ?? ["input_ids", "attention_mask"];

    internal override string ClassName => "GPT2Tokenizer";

    /// <inheritdoc cref="AutoTokenizer.from_pretrained"/>
    public static GPT2Tokenizer from_pretrained(string folder)
    {
        var (pipeline, settings) = AutoTokenizer.Read(folder);
        return pipeline.Model is BpeModel
            ? new(pipeline, settings)
            : throw new InvalidInputException(folder, null, "the tokenizer is not a BPE one", "Use AutoTokenizer.from_pretrained");
    }

    /// <summary>Learns a byte-level BPE: "&lt;|endoftext|&gt;" with the id 0, the 256 bytes, then what they were joined to, most frequent pair first.</summary>
    /// <param name="texts">The corpus.</param>
    /// <param name="vocab_size">The most tokens, 257 at least.</param>
    /// <param name="min_frequency">How often a pair must occur to be joined.</param>
    /// <param name="add_prefix_space">Whether a text that does not begin with a space gets one.</param>
    /// <param name="model_max_length">The longest text that the model will take.</param>
    public static GPT2Tokenizer train_from_iterator(
        IEnumerable<string> texts,
        int vocab_size = 30000,
        int min_frequency = 0,
        bool add_prefix_space = false,
        int? model_max_length = null
    )
    {
        var counts = WordCounts.Of(texts, null, new([new ByteLevelPreTokenizer(add_prefix_space)]));
        var (vocabulary, merges) = SubwordTrainer.Train(counts, new()
        {
            VocabSize = vocab_size,
            MinFrequency = min_frequency,
            SpecialTokens = ["<|endoftext|>"],
            InitialAlphabet = [.. ByteAlphabet.Alphabet.ToArray().Select(one => one.ToString())],
        });
        return from_vocabulary(vocabulary, merges, add_prefix_space, model_max_length);
    }

    /// <summary>A tokenizer on a vocabulary and merges of one's own.</summary>
    /// <exception cref="ArgumentException">A merge needs a token that the vocabulary lacks.</exception>
    public static GPT2Tokenizer from_vocabulary(
        IReadOnlyDictionary<string, int> vocabulary,
        IReadOnlyList<(string left, string right)> merges,
        bool add_prefix_space = false,
        int? model_max_length = null
    )
    {
        var settings = new TokenizerSettings { AddPrefixSpace = add_prefix_space, ModelMaxLength = model_max_length };
        return new(OlderLayout.Gpt2(vocabulary, merges, settings), settings);
    }
}

/// <summary>RoBERTa's tokenizer: GPT-2's splitting with &lt;s&gt; and &lt;/s&gt; around each text.</summary>
public sealed class RobertaTokenizer : PreTrainedTokenizer
{
    internal RobertaTokenizer(TokenizerPipeline pipeline, TokenizerSettings settings)
        : base(pipeline, settings, SpecialTokens.Roberta)
    {
    }

    public override IReadOnlyList<string> model_input_names => Settings.ModelInputNames ?? ["input_ids", "attention_mask"];

    internal override string ClassName => "RobertaTokenizer";
}
