using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HitSongs.Tests.LibTorch.Parity;

/// <summary>What make_expectations.py wrote down about one subject.</summary>
/// <param name="Machine">Where it ran, as <see cref="ThisMachine"/> says it.</param>
/// <param name="Torch">The version of PyTorch.</param>
/// <param name="Cases">For each case the observed values by name, as <see cref="TensorText"/> writes them.</param>
internal sealed record ExpectationFile(string Machine, string Torch, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Cases)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static ExpectationFile Read(string subject) =>
        JsonSerializer.Deserialize<ExpectationFile>(File.ReadAllText(Path.Combine(Folder(), "Expectations", $"{subject}.json")), Options)!;

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
