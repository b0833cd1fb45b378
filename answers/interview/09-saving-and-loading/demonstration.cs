// Seen here: what a file of weights contains, a copy with the same output, a mode that loading leaves alone, a file that lacks some weights.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (sizes, kept) = (Input<long[]>("sizes"), Input<bool[]>("kept"));
var (weights, biases) = (Input<float[][]>("weights"), Input<float[][]>("biases"));
using var x = tensor(Input<float[]>("x")).reshape(Input<long>("rows"), sizes[0]);
var (whole, part) = (Path.GetTempFileName(), Path.GetTempFileName());
Sequential Network() => nn.Sequential(("first", nn.Linear(sizes[0], sizes[1])), ("relu", nn.ReLU()), ("second", nn.Linear(sizes[1], sizes[2])));

using var network = Network();
foreach (var ((_, parameter), numbers) in network.named_parameters().Zip([weights[0], biases[0], weights[1], biases[1]]))
{
    parameter.detach().copy_(tensor(numbers).reshape(parameter.shape)); // writes to the parameter's own memory
}

// The file has names and tensors, and nothing of the architecture.
var state = network.state_dict();
network.save(whole);
Observe("entries", state.Count);
Observe("sizes of entries", state.Values.Select(entry => entry.numel()).ToArray());
Console.WriteLine(string.Join("\n", state.Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]")));

// So a network of the same architecture is built first, and then filled.
using var copy = Network();
copy.train(Input<bool>("training"));
copy.load(whole);
Observe("output", copy.forward(x));
Observe("training after loading", copy.training);
var apart = (copy.forward(x) - network.forward(x)).abs().max().item<float>();
Console.WriteLine($"outputs differ by {apart}; in training mode: {copy.training}, as before loading");

// A file without some of the entries: allowed if one says so, an error otherwise.
string[] left = [.. state.Keys.Where((_, i) => !kept[i])];
network.save(part, skip: left);
using var lone = Network();
lone.parameters().ToList().ForEach(parameter => nn.init.zeros_(parameter));
lone.load(part, strict: false);
Observe("lone output", lone.forward(x));
Observe("strict loading fails", Fails(() => lone.load(part)));
Console.WriteLine($"missing from the second file: {(left.Length == 0 ? "nothing" : string.Join(", ", left))}");
File.Delete(whole);
File.Delete(part);

static bool Fails(Action load)
{
    try
    {
        load();
        return false;
    }
    catch (ArgumentException e)
    {
        Console.WriteLine($"strictly: {e.Message}");
        return true;
    }
}
