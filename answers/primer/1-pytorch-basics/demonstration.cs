// Seen here: shapes that stretch, types that give way, a gradient that was asked for, and a loop whose length the data decides.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

// A column and a row of any lengths meet in a table.
using var sums = tensor(Input<float[]>("a")).unsqueeze(1) + tensor(Input<float[]>("b"));
Observe("shape", sums.shape);
Observe("sums", sums);
Console.WriteLine($"[{sums.shape[0]}, 1] + [{sums.shape[1]}] gives [{string.Join(", ", sums.shape)}]");

// Two types meet in the one that can hold both.
var types = Input<string[]>("types").Select(Enum.Parse<ScalarType>).ToArray();
using var mixed = ones(3, dtype: types[0]) + ones(3, dtype: types[1]);
Observe("type", mixed.dtype.ToString());
Console.WriteLine($"{types[0]} + {types[1]} gives {mixed.dtype}");

// x asked for a gradient, c did not.
using var x = tensor(Input<float[]>("x")).requires_grad_();
using var c = tensor(Input<float[]>("c"));
((c * x.pow(2)) + x.sin()).sum().backward();
Observe("gradient", x.grad);
Observe("x is tracked", x.requires_grad);
Observe("c is tracked", c.requires_grad);
Console.WriteLine($"at x = {x[0].item<float>():0.000} the slope is {x.grad![0].item<float>():0.000}; c has {(c.grad is null ? "none" : "one")}");

// An ordinary loop: the graph is as long as the loop ran.
var turns = new List<int>();
var slopes = new List<float>();
var d = Input<float>("d");
foreach (var start in Input<float[]>("starts"))
{
    using var w = tensor(Input<float>("w")).requires_grad_();
    var y = tensor(start);
    var turn = 0;
    for (; y.item<float>() < Input<float>("limit"); turn++)
    {
        y = (y * w) + d;
    }

    y.backward();
    turns.Add(turn);
    slopes.Add(w.grad!.item<float>());
    Console.WriteLine($"from {start:0.00}: {turn} turns to {y.item<float>():0.00}, dy/dw = {slopes[^1]:0.00}");
}

Observe("turns", turns);
Observe("slopes", slopes);
