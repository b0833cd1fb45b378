using HitSongs.Transformers;
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var folder = Directory.CreateTempSubdirectory("checkpoint-").FullName;
File.WriteAllText(Path.Combine(folder, "config.json"), Input<string>("config.json"));
var weights = Input<Dictionary<string, Weight>>("weights").ToDictionary(weight => weight.Key, weight => tensor(weight.Value.Values).reshape(weight.Value.Shape));
safetensors.save_file(weights, Path.Combine(folder, "model.safetensors"), new Dictionary<string, string> { ["format"] = "pt" });

// The mask is not used: every token attends to the filling too.
var ids = Input<long[][]>("ids");
var batch = new Dictionary<string, Tensor>
{
    ["input_ids"] = tensor(ids.SelectMany(row => row).ToArray()).reshape(ids.Length, ids[0].Length),
};
using var unrecorded = no_grad();

// Without a head: a vector for every token.
using var body = AutoModel.from_pretrained(folder);
var states = ((BaseModelOutputWithPooling)body.call(batch)).last_hidden_state;
Observe("hidden states shape", states.shape);
Observe("hidden states", states);

// With one: a score for every class. The checkpoint has no classifier, so it is drawn anew.
var classes = Input<int>("classes");
using var classifier = AutoModelForSequenceClassification.from_pretrained(folder, num_labels: classes);
classifier.eval();
var logits = ((SequenceClassifierOutput)classifier.call(batch)).logits;
Observe("logits shape", logits.shape);
Observe("logits", logits);
Observe("pooler weight", classifier.get_parameter("bert.pooler.dense.weight"));
Observe("pooler bias", classifier.get_parameter("bert.pooler.dense.bias"));
Observe("head weight", classifier.get_parameter("classifier.weight"));
Observe("head bias", classifier.get_parameter("classifier.bias"));
Observe("newly initialised", string.Join(',', classifier.loading_report!.missing_keys.Order(StringComparer.Ordinal)));

using var second = AutoModelForSequenceClassification.from_pretrained(folder, num_labels: classes);
Observe("second head differs", !second.get_parameter("classifier.weight")!.allclose(classifier.get_parameter("classifier.weight")!));

// Saved with its head, it comes back whole.
var saved = Path.Combine(folder, "saved");
classifier.save_pretrained(saved);
using var again = AutoModelForSequenceClassification.from_pretrained(saved);
Observe("newly initialised after saving", string.Join(',', again.loading_report!.missing_keys));
Directory.Delete(folder, recursive: true);

internal sealed record Weight(long[] Shape, float[] Values);
