using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Models;

/// <summary>The functions between the two layers of a feed-forward block, by the names that config.json has for them.</summary>
internal static class Activation
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> known = new(StringComparer.Ordinal)
    {
        ["gelu"] = x => is_grad_enabled() ? nn.functional.gelu(x) : nn.functional.gelu(x, inplace: true),
        ["gelu_new"] = x => nn.functional.gelu(x, GELU.Approximate.tanh),
        ["gelu_pytorch_tanh"] = x => nn.functional.gelu(x, GELU.Approximate.tanh),
        ["relu"] = x => nn.functional.relu(x),
        ["silu"] = x => nn.functional.silu(x),
        ["swish"] = x => nn.functional.silu(x),
        ["tanh"] = x => x.tanh(),
    };

    public static Func<Tensor, Tensor> Of(string name) => known[name];

    public static string? Fault(string key, string name) => known.ContainsKey(name) ? null : $"{key} is '{name}', known are {string.Join(", ", known.Keys)}";
}
