using HitSongs.Transformers.Tokenizers.Decoders;
using HitSongs.Transformers.Tokenizers.Steps;

namespace HitSongs.Transformers;

/// <summary>
/// A tokenizer as Python's library has it: texts to ids and back, in batches with padding and truncation. Offsets count UTF-16 chars.
/// A lone surrogate, which no UTF-8 can hold, is read as U+FFFD. Reading is safe from several threads at once; adding tokens is not.
/// </summary>
public partial class PreTrainedTokenizer
{
    private readonly Dictionary<string, AddedToken> _special;
    private readonly List<AddedToken> _additional;

    internal PreTrainedTokenizer(TokenizerPipeline pipeline, TokenizerSettings settings, IReadOnlyDictionary<string, AddedToken> defaults)
    {
        Pipeline = pipeline;
        Settings = settings;
        // A token that only the class names counts where the vocabulary has it; one that the files name is added to it.
        _special = defaults.Where(entry => pipeline.Added.IdOf(entry.Value.content) is not null).ToDictionary();
        foreach (var (name, token) in settings.Special)
        {
            _special[name] = token;
        }
        _additional = [.. settings.Additional];
        pipeline.Added.Restore(settings.AddedTokens.Where(one => !pipeline.Added.Tokens.ContainsKey(one.Id)));
        var marked = pipeline.Added.Tokens.Values.Where(token => token.special).Select(token => token.content).ToHashSet();
        pipeline.Added.Add(_special.Values.Concat(_additional).DistinctBy(token => token.content).Where(token => !marked.Contains(token.content)));
        model_max_length = settings.ModelMaxLength;
        padding_side = settings.PadOnLeft ? "left" : "right";
        truncation_side = settings.TruncateOnLeft ? "left" : "right";
        clean_up_tokenization_spaces = settings.CleanUp;
    }

    /// <summary>The longest text that the model takes; null where the files name none.</summary>
    public int? model_max_length { get; set; }

    /// <summary>"right", or "left" as generating models need it.</summary>
    public string padding_side { get; set; }

    /// <summary>The side at which truncation cuts: "right" or "left".</summary>
    public string truncation_side { get; set; }

    /// <summary>Whether <see cref="decode"/> takes the spaces before punctuation away where it is not told.</summary>
    public bool clean_up_tokenization_spaces { get; set; }

    /// <summary>Inputs of the model's forward, in order.</summary>
    public virtual IReadOnlyList<string> model_input_names => Settings.ModelInputNames ?? ["input_ids", "token_type_ids", "attention_mask"];

    /// <summary>The size of the model's own vocabulary; <see cref="Count"/> has the added tokens too.</summary>
    public int vocab_size => Pipeline.Model.Vocabulary.Count;

    /// <summary>The size of the vocabulary with the added tokens: what a model's embeddings must have.</summary>
    public int Count => Pipeline.Added.Count;

    internal TokenizerPipeline Pipeline { get; }

    internal TokenizerSettings Settings { get; }

    /// <summary>The name of the class in tokenizer_config.json.</summary>
    internal virtual string ClassName => Settings.TokenizerClass ?? "PreTrainedTokenizerFast";

    /// <summary>Every token and its id, added ones included.</summary>
    public IReadOnlyDictionary<string, int> get_vocab()
    {
        var all = new Dictionary<string, int>(Pipeline.Model.Vocabulary);
        foreach (var (id, token) in Pipeline.Added.Tokens)
        {
            all[token.content] = id;
        }
        return all;
    }

    /// <summary>The tokens of a text, without special ones around it.</summary>
    public IReadOnlyList<string> tokenize(string text) => Pipeline.Encode(text, 0).tokens;

    /// <summary>The id of a token; the unknown token's where the vocabulary lacks it, null where there is no unknown token.</summary>
    public int? convert_tokens_to_ids(string token) => Pipeline.Added.IdOf(token) ?? unk_token_id;

    /// <summary>The ids of tokens, as above.</summary>
    public IReadOnlyList<int?> convert_tokens_to_ids(IEnumerable<string> tokens) => [.. tokens.Select(convert_tokens_to_ids)];

    /// <summary>The token of an id; null where no token has it.</summary>
    public string? convert_ids_to_tokens(int id) => Pipeline.Added.TokenOf(id);

    /// <summary>The tokens of ids, as above.</summary>
    public IReadOnlyList<string?> convert_ids_to_tokens(IEnumerable<int> ids) => [.. ids.Select(convert_ids_to_tokens)];

    /// <summary>The text that tokens stand for.</summary>
    public string convert_tokens_to_string(IReadOnlyList<string> tokens) =>
        Pipeline.Decoder is { } decoder ? string.Concat(decoder.Decode(tokens)) : string.Join(' ', tokens);

    /// <summary>The text of ids; one that no token has is passed over.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="skip_special_tokens">Whether special tokens are left out.</param>
    /// <param name="clean_up_tokenization_spaces">Whether spaces before punctuation go; null for the tokenizer's own setting.</param>
    public string decode(IEnumerable<int> ids, bool skip_special_tokens = false, bool? clean_up_tokenization_spaces = null)
    {
        var text = Pipeline.Decode(ids, skip_special_tokens);
        return clean_up_tokenization_spaces ?? this.clean_up_tokenization_spaces ? TextCleanup.Apply(text) : text;
    }

    /// <summary>The texts of several lists of ids.</summary>
    public IReadOnlyList<string> batch_decode(
        IEnumerable<IEnumerable<int>> sequences,
        bool skip_special_tokens = false,
        bool? clean_up_tokenization_spaces = null
    ) => [.. sequences.Select(ids => decode(ids, skip_special_tokens, clean_up_tokenization_spaces))];

    /// <summary>Adds tokens that are looked for in the text itself. The model's embeddings must grow to <see cref="Count"/>.</summary>
    /// <returns>How many the vocabulary did not have.</returns>
    public int add_tokens(params IEnumerable<string> tokens) => Pipeline.Added.Add(tokens.Select(token => new AddedToken(token)));

    /// <summary>Adds tokens with options of their own.</summary>
    public int add_tokens(params IEnumerable<AddedToken> tokens) => Pipeline.Added.Add(tokens);

    /// <summary>Number of special tokens put around a text or a pair.</summary>
    public int num_special_tokens_to_add(bool pair = false) => Pipeline.PostProcessor?.AddedCount(pair) ?? 0;
}
