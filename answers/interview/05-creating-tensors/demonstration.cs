// Seen here: a copy and a shared tensor of one array, what the factories give, and random numbers that repeat.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (count, kind) = (Input<long>("count"), Enum.Parse<ScalarType>(Input<string>("type")));

// From data: tensor() copies, as_tensor() looks at the array's own memory.
var data = Input<float[]>("data");
using var copied = tensor(data);
using var shared = as_tensor(data);
data[Input<int>("at")] = Input<float>("value");
Show("copied", copied);
Show("shared", shared);

// From a shape or a range.
using var identity = eye(count);
Show("full", full(count, Input<float>("fill")));
Show("range", arange(Input<long>("start"), Input<long>("end"), Input<long>("step")));
Show("spaced", linspace(Input<float>("low"), Input<float>("high"), count));
Show("identity", identity);

// From another tensor: its shape, and here a type of our own.
using var like = ones_like(identity, dtype: kind);
Show("like", like);
Observe("type of like", like.dtype.ToString());

// At random, and the same once more.
manual_seed(Input<long>("seed"));
Show("random", rand(count));
manual_seed(Input<long>("seed"));
Show("random again", rand(count));

static void Show(string name, Tensor made)
{
    Observe(name, made);
    using var numbers = made.to(ScalarType.Float32).flatten();
    var shown = string.Join("  ", numbers.data<float>().Select(number => $"{number:0.##}"));
    Console.WriteLine($"{name,-13} {made.dtype,-8} [{string.Join(", ", made.shape)}]: {shown}");
}
