using System.Diagnostics;
using System.Text;
using HitSongs.Tests.Transformers.Tokenizers.Oracles;
using HitSongs.Transformers;

namespace HitSongs.Benchmarks.Tokenizers;

/// <summary>
/// How fast a text of ordinary words becomes tokens, on one thread: WordPiece and byte-level BPE, each beside the same steps in plain
/// Python and, where Node finds the package "tokenizers", beside Hugging Face's engine in Rust. Vocabularies (of all-MiniLM-L6-v2 and of GPT-2) and text are the same for all.
/// </summary>
internal static class TokenizerSpeed
{
    private const int Target = 20;
    private const int CorpusLines = 20_000;
    private const int PythonLines = 2_000;
    private const int Rounds = 5;

    public static int Run()
    {
        var lines = EnglishLike.Lines(CorpusLines);
        var wordPiece = AutoTokenizer.from_pretrained("minilm");
        var bpe = Gpt2Vocabulary.Tokenizer();
        var folder = Directory.CreateTempSubdirectory("hitsongs-").FullName;
        try
        {
            wordPiece.save_pretrained(Path.Combine(folder, "wordpiece"));
            bpe.save_pretrained(Path.Combine(folder, "bpe"));
            File.WriteAllLines(Path.Combine(folder, "corpus.txt"), lines);
            var python = Peer.Python(folder, [.. lines.Take(PythonLines)]);
            var rust = Peer.Rust(folder);
            Console.WriteLine(
                "| MB of text a second of CPU time, one thread | C# | plain Python | C#/Python | Rust by way of Node | |\n|---|---:|---:|---:|---:|---|"
            );
            var ratio = Row("WordPiece", "wordpiece", wordPiece, lines, python, rust, Target);
            // The port remembers the pieces of each word here, as GPT-2's published one does: no target, only the figure.
            Row("byte-level BPE", "bpe", bpe, lines, python, rust, null);
            return ratio < Target ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Prints one row.</summary>
    /// <returns>How many times as fast as Python; not a number where that is missing.</returns>
    private static double Row(
        string title,
        string name,
        PreTrainedTokenizer tokenizer,
        string[] lines,
        IReadOnlyDictionary<string, double>? python,
        IReadOnlyDictionary<string, double>? rust,
        int? target
    )
    {
        var ours = Measure(tokenizer, lines);
        var theirs = python?[name] ?? double.NaN;
        var other = rust is null ? "not installed" : $"{rust[name]:0.0}";
        var verdict = target is null
            ? ""
            : $"at least {target} times Python: {(python is null ? "not measured" : ours / theirs >= target ? "reached" : "missed")}";
        Console.WriteLine($"| {title} | {ours:0.0} | {theirs:0.00} | {ours / theirs:0} | {other} | {verdict} |");
        return ours / theirs;
    }

    /// <summary>MB a second in the best of some rounds, by the process's CPU time, which stays comparable while others use the machine; the first rounds
    /// compile the code.</summary>
    private static double Measure(PreTrainedTokenizer tokenizer, string[] lines)
    {
        var bytes = lines.Sum(line => Encoding.UTF8.GetByteCount(line) + 1L);
        var best = double.PositiveInfinity;
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < Rounds + 3; round++)
        {
            var begin = process.TotalProcessorTime;
            foreach (var line in lines)
            {
                tokenizer.call(line, add_special_tokens: false, truncation: false);
            }
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - begin).TotalSeconds);
        }
        return bytes / best / 1e6;
    }
}
