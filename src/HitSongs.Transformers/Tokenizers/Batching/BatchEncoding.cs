namespace HitSongs.Transformers;

/// <summary>A tokenizer's output for one text or many: for each an <see cref="EncodingFast"/>, and together the tensors that a model takes.</summary>
public sealed partial class BatchEncoding
{
    private readonly List<string> _keys;

    internal BatchEncoding(IReadOnlyList<EncodingFast> encodings, IReadOnlyList<int> samples, List<string> keys)
    {
        this.encodings = encodings;
        overflow_to_sample_mapping = samples;
        _keys = keys;
    }

    /// <summary>One for each text, and for each piece that overflowed where those were asked for.</summary>
    public IReadOnlyList<EncodingFast> encodings { get; }

    /// <summary>For each encoding the number of the text it comes from.</summary>
    public IReadOnlyList<int> overflow_to_sample_mapping { get; }

    /// <summary>The names of what a model takes, in order: input_ids, token_type_ids, attention_mask, and what else was asked for.</summary>
    public IReadOnlyList<string> keys => _keys;

    /// <summary>The number of encodings.</summary>
    public int Count => encodings.Count;

    /// <summary>The encoding of text <paramref name="index"/>.</summary>
    public EncodingFast this[int index] => encodings[index];

    /// <summary>The numbers of one key for each encoding, each as long as its own: <c>lists("input_ids")[0]</c>.</summary>
    /// <exception cref="KeyNotFoundException">The batch has no such key.</exception>
    public IReadOnlyList<IReadOnlyList<int>> lists(string key) => [.. encodings.Select(one => Column(one, key))];

    private int[] Column(EncodingFast encoding, string key) => (_keys.Contains(key) ? key : "") switch
    {
        "input_ids" => encoding.IdArray,
        "token_type_ids" => encoding.TypeIds,
        "attention_mask" => encoding.Attention,
        "special_tokens_mask" => encoding.Special,
        "length" => [encoding.Count],
        _ => throw new KeyNotFoundException($"The batch has no \"{key}\"; it has {string.Join(", ", _keys)}."),
    };
}
