using HitSongs.Transformers.Tokenizers.Files;
using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.Steps;

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
