using System.Diagnostics;
using System.Text.Json;

namespace HitSongs.Benchmarks.Tokenizers;

/// <summary>The other tokenizers, each in a process of its own that prints {"wordpiece": MB a second, "bpe": …}; null where it cannot run.</summary>
internal static class Peer
{
    public static IReadOnlyDictionary<string, double>? Python(string folder, string[] lines)
    {
        var input = Path.Combine(folder, "input.json");
        File.WriteAllText(input, JsonSerializer.Serialize(new
        {
            tokens = File.ReadLines(Path.Combine(folder, "wordpiece", "vocab.txt")),
            vocabulary = JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(Path.Combine(folder, "bpe", "vocab.json"))),
            merges = File.ReadLines(Path.Combine(folder, "bpe", "merges.txt")).Skip(1).Select(line => line.Split(' ')),
            corpus = string.Join('\n', lines),
        }));
        return Run("python3", Script("tokenizer_peer.py"), "speed", input);
    }

    public static IReadOnlyDictionary<string, double>? Rust(string folder) => Run("node", Script("tokenizer_peer.mjs"), folder);

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "peers", name);

    private static Dictionary<string, double>? Run(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            // One thread, as the others.
            start.Environment["TOKENIZERS_PARALLELISM"] = "false";
            start.Environment["RAYON_NUM_THREADS"] = "1";
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonSerializer.Deserialize<Dictionary<string, double>>(output) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
