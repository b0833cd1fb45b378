// Seen here: the same encoder without a head and with one, a warning about new weights, and that a saved head comes back.
using HitSongs.Transformers;
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

// Two sentences of different length: the second is filled up, and the mask says where.
var (pretrained, classes) = (Input<string>("pretrained"), Input<int>("classes"));
var encoded = AutoTokenizer.from_pretrained(pretrained).call(Input<string[]>("sentences"), padding: true, return_tensors: "pt");
var batch = new Dictionary<string, Tensor>
{
    ["input_ids"] = encoded.input_ids,
    ["attention_mask"] = encoded.attention_mask,
};
using var unrecorded = no_grad();

// Without a head: a vector for every token, and one for the whole text.
using var body = AutoModel.from_pretrained(pretrained);
var output = (BaseModelOutputWithPooling)body.call(batch);
Observe("hidden states shape", output.last_hidden_state.shape);
Observe("hidden states", output.last_hidden_state[1]);
Observe("pooled", output.pooler_output);

// With one: a score for every class. The pretrained model has no classifier, so it is drawn anew.
using var classifier = AutoModelForSequenceClassification.from_pretrained(pretrained, num_labels: classes);
var logits = ((SequenceClassifierOutput)classifier.call(batch)).logits;
Observe("logits shape", logits.shape);
Observe("logits", logits);
Observe("head weight", classifier.get_parameter("classifier.weight"));
Observe("head bias", classifier.get_parameter("classifier.bias"));

// Which weights are new depends on the checkpoint. This one was drawn, and is told of in a warning.
var folder = Directory.CreateTempSubdirectory("checkpoint-").FullName;
File.WriteAllText(Path.Combine(folder, "config.json"), Input<string>("config.json"));
var weights = Input<Dictionary<string, Weight>>("weights")
    .ToDictionary(weight => weight.Key, weight => tensor(weight.Value.Values).reshape(weight.Value.Shape));
safetensors.save_file(weights, Path.Combine(folder, "model.safetensors"));
using var warnings = logging.writer = new StringWriter();
using var first = AutoModelForSequenceClassification.from_pretrained(folder, num_labels: classes);
Observe("newly initialised", string.Join(',', first.loading_report!.missing_keys.Order(StringComparer.Ordinal)));
Observe("warning", warnings.ToString());
using var second = AutoModelForSequenceClassification.from_pretrained(folder, num_labels: classes);
Observe("second head differs", !second.get_parameter("classifier.weight")!.allclose(first.get_parameter("classifier.weight")!));

// Saved with its head, it comes back whole.
var saved = Path.Combine(folder, "saved");
first.save_pretrained(saved);
using var again = AutoModelForSequenceClassification.from_pretrained(saved);
Observe("newly initialised after saving", string.Join(',', again.loading_report!.missing_keys));
Observe("kept weight after saving", again.get_parameter(Input<string>("kept")));
Directory.Delete(folder, recursive: true);

internal sealed record Weight(long[] Shape, float[] Values);
