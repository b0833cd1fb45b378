// Seen here: one block of memory under several tensors, a vector added to all rows of a tensor, and the type of a sum of two types.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (shape, at, fill) = (Input<long[]>("shape"), Input<long>("at"), Input<float>("fill"));
using var x = tensor(Input<float[]>("values")).reshape(shape);
Console.WriteLine($"a tensor of shape [{string.Join(", ", x.shape)}], type {x.dtype}, on {x.device}, asks for gradients: {x.requires_grad}");

// The shape is an interpretation: strides say how many elements to skip in memory for one step along each dimension.
using var permuted = x.permute(Input<long[]>("order"));
Observe("strides", x.stride());
Observe("shape of permuted", permuted.shape);
Observe("strides of permuted", permuted.stride());
Observe("permuted is contiguous", permuted.is_contiguous());
Console.WriteLine($"strides [{string.Join(", ", x.stride())}], permuted [{string.Join(", ", permuted.stride())}] over the same memory");

// A vector is stretched along the missing dimensions.
using var row = tensor(Input<float[]>("row"));
Observe("with row", x + row);

// A copy has its own memory, a view has not.
using var copy = x.clone();
copy[at].fill_(fill);
Observe("after writing to a copy", x);
Console.WriteLine($"after filling part {at} of a copy with {fill:0.00}: x begins {x.flatten()[0].item<float>():0.00}, its sum is {x.sum().item<float>():0.00}");

var before = x.clone();
x[at].fill_(fill);
Observe("after writing to a view", x);
Console.WriteLine($"after filling part {at} of x itself: the sum is {x.sum().item<float>():0.00}, {x.ne(before).sum().item<long>()} elements have changed");

// The wider type wins.
Observe("types of sums", Input<string[]>("left").Zip(Input<string[]>("right"), TypeOfSum).ToArray());

static string TypeOfSum(string one, string other)
{
    using var left = ones(2, dtype: Enum.Parse<ScalarType>(one));
    using var right = ones(2, dtype: Enum.Parse<ScalarType>(other));
    using var sum = left + right;
    Console.WriteLine($"{left.dtype} + {right.dtype} gives {sum.dtype}");
    return $"{sum.dtype}";
}
