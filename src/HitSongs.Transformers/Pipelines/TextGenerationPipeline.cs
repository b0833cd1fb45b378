using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>"text-generation": texts that begin with the given ones.</summary>
/// <param name="generation_config">How they are continued; by the likeliest 20 tokens when null.</param>
public sealed class TextGenerationPipeline(GPT2LMHeadModel model, PreTrainedTokenizer tokenizer, GenerationConfig? generation_config = null) : Pipeline(model, tokenizer)
{
    private protected override IEnumerable<IReadOnlyList<PipelineResult>> Answer(string[] texts)
    {
        var prompts = texts.Select(text => this.tokenizer.encode(text)).ToArray();
        if (Array.FindIndex(prompts, prompt => prompt.Count == 0) is var empty and >= 0) throw new ArgumentException($"text {empty + 1} is empty: there is nothing to continue");
        // On the left, so that every text ends where the next token comes.
        var longest = prompts.Max(prompt => prompt.Count);
        var (ids, mask) = (new long[prompts.Length, longest], new long[prompts.Length, longest]);
        for (var i = 0; i < prompts.Length; i++)
        {
            for (var j = 0; j < prompts[i].Count; j++) (ids[i, longest - prompts[i].Count + j], mask[i, longest - prompts[i].Count + j]) = (prompts[i][j], 1);
        }
        var padded = prompts.Any(prompt => prompt.Count < longest);
        var all = ((GPT2LMHeadModel)this.model).generate(from_array(ids), padded ? from_array(mask) : null, generation_config);
        return prompts.Select((prompt, i) =>
        {
            var tokens = all[i].data<long>().ToArray()[(longest - prompt.Count)..];
            return (IReadOnlyList<PipelineResult>)[new PipelineResult { generated_text = this.tokenizer.decode(Array.ConvertAll(tokens, token => (int)token), skip_special_tokens: true) }];
        }).ToArray();
    }
}
