using HitSongs.Transformers.Tokenizers.Batching;
using HitSongs.Transformers.Tokenizers.PostProcessors;

namespace HitSongs.Transformers;

/// <summary>EncodingFast of one text, of a pair and of batches.</summary>
public partial class PreTrainedTokenizer
{
    /// <summary>Encodes one text, or a pair.</summary>
    /// <param name="text">The text.</param>
    /// <param name="text_pair">The second text of a pair.</param>
    /// <param name="add_special_tokens">Whether [CLS], [SEP] and their like go around it.</param>
    /// <param name="padding">true or "longest", "max_length", false or "do_not_pad".</param>
    /// <param name="truncation">true or "longest_first", "only_first", "only_second", false or "do_not_truncate"; where it is not said, max_length alone
    /// (without padding) truncates.</param>
    /// <param name="max_length">The most tokens, special ones included; null for the model's own bound.</param>
    /// <param name="stride">How many tokens each overflowing piece repeats of the one before.</param>
    /// <param name="pad_to_multiple_of">The padded length is rounded up to a multiple of this.</param>
    /// <param name="return_tensors">"pt" makes the tensors now, so that texts of different lengths fail here; otherwise they are made when asked for.</param>
    /// <param name="return_token_type_ids">null for whether the model takes them.</param>
    /// <param name="return_attention_mask">null for whether the model takes it.</param>
    /// <param name="return_overflowing_tokens">Whether what truncation cuts off comes as further encodings.</param>
    /// <param name="return_special_tokens_mask">Whether the batch has the key special_tokens_mask.</param>
    /// <param name="return_length">Whether the batch has the key length.</param>
    /// <returns>A batch of one; its tensors are [1, tokens].</returns>
    /// <exception cref="ArgumentException">An argument is none of those above, or the texts cannot be truncated so.</exception>
    /// <exception cref="InvalidOperationException">Padding is asked for and there is no padding token, or tensors of texts of different lengths.</exception>
    public BatchEncoding call(
        string text,
        string? text_pair = null,
        bool add_special_tokens = true,
        PaddingStrategy padding = default,
        TruncationStrategy truncation = default,
        int? max_length = null,
        int stride = 0,
        int? pad_to_multiple_of = null,
        string? return_tensors = null,
        bool? return_token_type_ids = null,
        bool? return_attention_mask = null,
        bool return_overflowing_tokens = false,
        bool return_special_tokens_mask = false,
        bool return_length = false
    ) =>
        call(
            [text],
            text_pair is null ? null : [text_pair],
            add_special_tokens,
            padding,
            truncation,
            max_length,
            stride,
            pad_to_multiple_of,
            false,
            return_tensors,
            return_token_type_ids,
            return_attention_mask,
            return_overflowing_tokens,
            return_special_tokens_mask,
            return_length
        );

    /// <summary>Encodes a batch of texts or, with <paramref name="text_pair"/>, of pairs. With <paramref name="is_split_into_words"/> the strings are the
    /// words of one text. The rest is as for one text.</summary>
    /// <exception cref="ArgumentException">As for one text, or there are not as many second texts as first ones.</exception>
    /// <exception cref="InvalidOperationException">As for one text.</exception>
    public BatchEncoding call(
        IReadOnlyList<string> text,
        IReadOnlyList<string>? text_pair = null,
        bool add_special_tokens = true,
        PaddingStrategy padding = default,
        TruncationStrategy truncation = default,
        int? max_length = null,
        int stride = 0,
        int? pad_to_multiple_of = null,
        bool is_split_into_words = false,
        string? return_tensors = null,
        bool? return_token_type_ids = null,
        bool? return_attention_mask = null,
        bool return_overflowing_tokens = false,
        bool return_special_tokens_mask = false,
        bool return_length = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var options = new BatchOptions
        {
            AddSpecialTokens = add_special_tokens,
            Padding = padding,
            Truncation = truncation,
            MaxLength = max_length,
            Stride = stride,
            PadToMultipleOf = pad_to_multiple_of,
            ReturnTensors = return_tensors,
            ReturnTokenTypeIds = return_token_type_ids,
            ReturnAttentionMask = return_attention_mask,
            ReturnOverflowingTokens = return_overflowing_tokens,
            ReturnSpecialTokensMask = return_special_tokens_mask,
            ReturnLength = return_length,
        };
        if (is_split_into_words)
        {
            return EncodeBatch([(Pipeline.Encode(text, 0), text_pair is null ? null : Pipeline.Encode(text_pair, 1))], options);
        }
        if (text_pair is not null && text_pair.Count != text.Count)
        {
            throw new ArgumentException($"there are {text.Count} texts and {text_pair.Count} second texts", nameof(text_pair));
        }
        return EncodeBatch([.. text.Select((one, i) => (Pipeline.Encode(one, 0), text_pair is null ? null : Pipeline.Encode(text_pair[i], 1)))], options);
    }

    /// <summary>The ids of one text, or of a pair, with special tokens around it.</summary>
    public IReadOnlyList<int> encode(
        string text,
        string? text_pair = null,
        bool add_special_tokens = true,
        TruncationStrategy truncation = default,
        int? max_length = null
    ) => call(text, text_pair, add_special_tokens, truncation: truncation, max_length: max_length).encodings[0].IdArray;

    private BatchEncoding EncodeBatch(IReadOnlyList<(EncodingFast First, EncodingFast? Second)> texts, BatchOptions options)
    {
        options.Check();
        var truncation = TruncationOf(options);
        var encodings = new List<EncodingFast>();
        var samples = new List<int>();
        for (var i = 0; i < texts.Count; i++)
        {
            var (first, second) = texts[i];
            if (truncation is not null)
            {
                (first, second) = truncation.Apply(first, second, options.AddSpecialTokens ? num_special_tokens_to_add(second is not null) : 0);
            }
            var joined = PostProcessor.Process(Pipeline.PostProcessor, first, second, options.AddSpecialTokens, Pipeline.TokenOf);
            encodings.Add(joined);
            encodings.AddRange(options.ReturnOverflowingTokens ? joined.overflowing : []);
            samples.AddRange(Enumerable.Repeat(i, encodings.Count - samples.Count));
        }
        var batch = new BatchEncoding(Pad(encodings, options), samples, Keys(options));
        if (options.ReturnTensors is not null)
        {
            batch.MakeTensors();
        }
        return batch;
    }

    private Truncation? TruncationOf(BatchOptions options)
    {
        var strategy = !options.Truncation.IsUnsaid ? options.Truncation
            : options.MaxLength is not null && options.Padding == PaddingStrategy.DO_NOT_PAD ? TruncationStrategy.LONGEST_FIRST
            : TruncationStrategy.DO_NOT_TRUNCATE;
        return strategy != TruncationStrategy.DO_NOT_TRUNCATE && (options.MaxLength ?? model_max_length) is { } length
            ? new(strategy, length, options.Stride, truncation_side == "left")
            : null;
    }

    private List<EncodingFast> Pad(List<EncodingFast> encodings, BatchOptions options)
    {
        var length = options.Padding == PaddingStrategy.MAX_LENGTH ? options.MaxLength ?? model_max_length : null;
        if (options.Padding == PaddingStrategy.DO_NOT_PAD || (options.Padding == PaddingStrategy.MAX_LENGTH && length is null))
        {
            return encodings;
        }
        if (pad_token_id is not { } id)
        {
            throw new InvalidOperationException("The tokenizer has no padding token. Name one, for example: tokenizer.pad_token = tokenizer.eos_token.");
        }
        return new Padding(id, 0, padding_side == "left", options.PadToMultipleOf ?? 1).Apply(encodings, length, Pipeline.TokenOf);
    }

    private List<string> Keys(BatchOptions options)
    {
        var keys = new List<string> { "input_ids" };
        Add("token_type_ids", options.ReturnTokenTypeIds ?? model_input_names.Contains("token_type_ids"));
        Add("attention_mask", options.ReturnAttentionMask ?? model_input_names.Contains("attention_mask"));
        Add("special_tokens_mask", options.ReturnSpecialTokensMask);
        Add("length", options.ReturnLength);
        return keys;

        void Add(string key, bool wanted)
        {
            if (wanted)
            {
                keys.Add(key);
            }
        }
    }
}
