using System.Runtime.CompilerServices;
using TorchSharp;

namespace HitSongs.Tests.LibTorch.Serialization;

/// <summary>The files that make_files.py wrote.</summary>
internal static class PythonFiles
{
    public static string Path(string name) => System.IO.Path.Combine(Folder(), name);

    public static Dictionary<string, torch.Tensor> Tensors(string name) => torch.load<Dictionary<string, torch.Tensor>>(Path(name));

    private static string Folder([CallerFilePath] string source = "") => System.IO.Path.GetDirectoryName(source)!;
}
