// Seen here: the same layer as a module and as a function, with equal outputs and gradients; and that only the module's dropout follows eval().
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (outputs, p) = (Input<long>("outputs"), Input<double>("p"));
using var x = tensor(Input<float[]>("x")).reshape(Input<long>("rows"), -1);
using var weight = new Parameter(tensor(Input<float[]>("weight")).reshape(outputs, -1));
using var bias = new Parameter(tensor(Input<float[]>("bias")));

// The module owns its weights; the function is given them.
using var linear = nn.Linear(x.shape[1], outputs);
using (no_grad())
{
    linear.weight!.copy_(weight);
    linear.bias!.copy_(bias);
}

using var byModule = linear.forward(x);
using var byFunction = nn.functional.linear(x, weight, bias);
using var relu = nn.ReLU();
Observe("module output", byModule);
Observe("function output", byFunction);
Observe("module parameters", linear.parameters().Sum(parameter => parameter.numel()));
Observe("relu parameters", relu.parameters().Sum(parameter => parameter.numel()));
var names = string.Join(", ", linear.named_parameters().Select(named => named.name));
Console.WriteLine($"outputs differ by {(byModule - byFunction).abs().max().item<float>()}; in the module: {names}");

// Autograd does not mind which way the numbers came about.
byModule.sum().backward();
byFunction.sum().backward();
Observe("gradient by module", linear.weight!.grad);
Observe("gradient by function", weight.grad);

// Dropout: the module remembers its mode, the function is told in every call.
using var thousand = ones(1000);
using var dropout = nn.Dropout(p);
var largest = Input<bool[]>("modes").Select(mode =>
{
    dropout.train(mode);
    return dropout.forward(thousand).max().item<float>();
}).ToArray();
Observe("largest by module", largest);

var told = Input<bool[]>("training").Select(training => nn.functional.dropout(thousand, p, training).max().item<float>()).ToArray();
Observe("largest by function", told);
Console.WriteLine($"p = {p}: module in modes {string.Join(", ", Input<bool[]>("modes"))}: {string.Join(", ", largest.Select(one => $"{one:0.00}"))}");

dropout.eval();
var careless = nn.functional.dropout(thousand, p).max().item<float>();
Console.WriteLine($"after eval() the module gives {dropout.forward(thousand).max().item<float>():0.00}, a function that is not told still {careless:0.00}");
