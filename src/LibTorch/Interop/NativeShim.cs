namespace TorchSharp;

/// <summary>Finds libtshim.so beside this assembly, and says in one line what to do when it, or libtorch under it, is missing.</summary>
internal static class NativeShim
{
    private const string Mend = "Mend: sudo apt-get install libtorch-dev libopenblas0-pthread; `hitsongs doctor` shows what is missing";
    public static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => Load(name, assembly.Location);

    /// <exception cref="DllNotFoundException">The shim is not beside <paramref name="assembly"/>, or libtorch is not installed.</exception>
    internal static nint Load(string name, string assembly)
    {
        var file = Path.Combine(Path.GetDirectoryName(assembly) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory, $"lib{name}.so");
        if (!File.Exists(file)) throw new DllNotFoundException($"{file} is missing: build the project again to make it. {Mend}");
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException e)
        {
            // The runtime lists every spelling it tried; the loader's own sentence is on the line that names the file.
            var reason = e.Message.Split('\n').FirstOrDefault(line => line.Contains("lib", StringComparison.Ordinal)) ?? e.Message;
            throw new DllNotFoundException($"libtorch cannot be loaded ({reason.Trim()}). {Mend}", e);
        }
    }
}
