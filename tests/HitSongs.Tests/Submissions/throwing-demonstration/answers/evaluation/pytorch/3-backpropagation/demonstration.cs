using TorchSharp;
using static TorchSharp.torch;

using var a = ones(2, 3);
using var b = ones(2, 3);
using var product = a.matmul(b);
