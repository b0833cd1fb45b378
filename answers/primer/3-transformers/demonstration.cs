// Seen here: a model comes by its name with all that it learnt, or from a folder; text goes in, a label and its score come out.
using HitSongs.Transformers;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Transformers.pipelines;
using static TorchSharp.torch;

// A ready-made model comes by its name. Its tokenizer knows 30,522 pieces.
var sentences = Input<string[]>("sentences");
using var similarity = pipeline("sentence-similarity", Input<string>("pretrained"));
var ids = similarity.tokenizer.encode(sentences[0]);
Observe("tokens", string.Join(' ', similarity.tokenizer.convert_ids_to_tokens(ids)));
Observe("ids", ids);
Observe("similarities", similarity.call(sentences[0], sentences[1..]).Select(answer => answer.score));

// Any model is a folder: what it is, what it knows, and how text becomes numbers for it.
var folder = Directory.CreateTempSubdirectory("model-").FullName;
File.WriteAllText(Path.Combine(folder, "config.json"), Input<string>("config.json"));
File.WriteAllText(Path.Combine(folder, "vocab.txt"), Input<string>("vocab.txt"));
var weights = Input<Dictionary<string, Weight>>("weights")
    .ToDictionary(weight => weight.Key, weight => tensor(weight.Value.Values).reshape(weight.Value.Shape));
safetensors.save_file(weights, Path.Combine(folder, "model.safetensors"));

var texts = Input<string[]>("texts");
using var sentiment = pipeline("sentiment-analysis", folder);
var answers = sentiment.call(texts).Select(answer => answer[0]).ToList();
foreach (var (text, answer) in texts.Zip(answers))
{
    Console.WriteLine($"{text}: {answer.label} {answer.score:0.000}");
}

Observe("labels", string.Join(',', answers.Select(answer => answer.label)));
Observe("scores", answers.Select(answer => answer.score));
Directory.Delete(folder, recursive: true);

internal sealed record Weight(long[] Shape, float[] Values);
