using System.Collections.Concurrent;
using HitSongs.Grading.Readers;
using HitSongs.Transformers;
using HitSongs.Transformers.Pretrained;
using static TorchSharp.torch;

namespace HitSongs.Collecting.Encoders;

/// <summary>MiniLM with what a rubric has learnt for it. Each text is encoded by itself and on one thread, so that nothing beside it changes its
/// vector.</summary>
internal sealed class PassageEncoder : IPassageEncoder
{
    private const int LongestText = 96;
    private const int MostKept = 50_000;

    private static readonly ConcurrentDictionary<string, Lazy<PassageEncoder>> Known = new(StringComparer.Ordinal);

    private readonly BertModel model;
    private readonly PreTrainedTokenizer tokenizer;
    private readonly ConcurrentDictionary<string, PassageVector> kept = new(StringComparer.Ordinal);
    private readonly Lock torchIsBusy = new();

    private PassageEncoder(BertModel model, PreTrainedTokenizer tokenizer, string id) => (this.model, this.tokenizer, Id) = (model, tokenizer, id);

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>The encoder of a rubric; null where nothing was learnt for it. Loaded once.</summary>
    /// <param name="rubric">The rubric's folder.</param>
    public static PassageEncoder? Of(string rubric)
    {
        var path = Path.Combine(Path.GetFullPath(rubric), EncoderWeights.FileName);
        return File.Exists(path) ? Known.GetOrAdd($"{path}\n{EncoderWeights.IdOf(path)}", _ => new Lazy<PassageEncoder>(() => Load(path))).Value : null;
    }

    /// <summary>The encoder of the nearest folder above a question that has one.</summary>
    public static PassageEncoder? Above(string question)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(question)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Of(folder) is { } encoder)
            {
                return encoder;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PassageVector> Encode(IReadOnlyList<string> texts) => [.. texts.Select(VectorOf)];

    /// <summary>The ids of a text's tokens, as many as the encoder reads.</summary>
    public static long[] IdsOf(PreTrainedTokenizer tokenizer, string text)
    {
        var ids = tokenizer.encode(text);
        return [.. ids.Count <= LongestText ? ids.Select(id => (long)id) : ids.Take(LongestText - 1).Append(ids[^1]).Select(id => (long)id)];
    }

    /// <summary>The mean of the states of each text's tokens, and the state of its first: [batch, 2 · hidden].</summary>
    /// <param name="states">[batch, length, hidden]</param>
    /// <param name="attention">[batch, length], 0 where a token is padding.</param>
    public static Tensor Pool(Tensor states, Tensor attention)
    {
        using var scope = NewDisposeScope();
        var weights = attention.unsqueeze(-1).to(ScalarType.Float32);
        var mean = (states * weights).sum(dim: 1) / weights.sum(dim: 1);
        return cat([mean, states.select(1, 0).to(ScalarType.Float32)], 1).MoveToOuterDisposeScope();
    }

    private static PassageEncoder Load(string path)
    {
        set_num_threads(1);
        var folder = PretrainedModels.Folder(MiniLM.Name);
        var bert = BertModel.from_pretrained(folder);
        EncoderWeights.Add(path, bert);
        return new PassageEncoder(bert, AutoTokenizer.from_pretrained(folder), EncoderWeights.IdOf(path));
    }

    private PassageVector VectorOf(string text)
    {
        if (kept.TryGetValue(text, out var known))
        {
            return known;
        }

        lock (torchIsBusy)
        {
            using var noGradients = no_grad();
            using var scope = NewDisposeScope();
            var ids = IdsOf(tokenizer, text);
            var input = tensor(ids, 1, ids.Length);
            var states = model.Above(model.Below(input, null, EncoderWeights.FrozenLayers), null, EncoderWeights.FrozenLayers);
            var vector = PassageVector.Of(Pool(states, ones_like(input)).data<float>().ToArray());
            if (kept.Count < MostKept)
            {
                kept.TryAdd(text, vector);
            }

            return vector;
        }
    }
}
