using System.Diagnostics;
using System.Text;
using HitSongs.Transformers;

namespace HitSongs.Benchmarks.Tokenizers;

/// <summary>
/// How fast a text of ordinary words becomes tokens, on one thread: WordPiece and byte-level BPE, each beside the same steps in plain
/// Python and, where Node finds the package "tokenizers", beside Hugging Face's engine in Rust. Vocabularies and text are the same for all.
/// </summary>
internal static class TokenizerSpeed
{
    private const int Target = 20;
    private const int VocabularySize = 4000;
    private const int CorpusLines = 20_000;
    private const int PythonLines = 2_000;
    private const int Rounds = 5;

    public static int Run()
    {
        var lines = EnglishLike.Lines(CorpusLines);
        var wordPiece = BertTokenizer.train_from_iterator(lines, VocabularySize);
        var bpe = GPT2Tokenizer.train_from_iterator(lines, VocabularySize);
        var folder = Directory.CreateTempSubdirectory("hitsongs-").FullName;
        try
        {
            wordPiece.save_pretrained(Path.Combine(folder, "wordpiece"));
            bpe.save_pretrained(Path.Combine(folder, "bpe"));
            File.WriteAllLines(Path.Combine(folder, "corpus.txt"), lines);
            var python = Peer.Python(folder, [.. lines.Take(PythonLines)]);
            var rust = Peer.Rust(folder);
            Console.WriteLine("| MB of text a second, one thread | C# | plain Python | C#/Python | Rust by way of Node | |\n|---|---:|---:|---:|---:|---|");
            var reached = Row("WordPiece", "wordpiece", wordPiece, lines, python, rust) & Row("byte-level BPE", "bpe", bpe, lines, python, rust);
            return reached ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Row(string title, string name, PreTrainedTokenizer tokenizer, string[] lines, IReadOnlyDictionary<string, double>? python, IReadOnlyDictionary<string, double>? rust)
    {
        var ours = Measure(tokenizer, lines);
        var theirs = python?[name] ?? double.NaN;
        var reached = python is null || ours / theirs >= Target;
        var other = rust is null ? "not installed" : $"{rust[name]:0.0}";
        Console.WriteLine($"| {title} | {ours:0.0} | {theirs:0.00} | {ours / theirs:0} | {other} | at least {Target} times Python: {(python is null ? "not measured" : reached ? "reached" : "missed")} |");
        return reached;
    }

    /// <summary>MB a second in the best of some rounds, by the CPU time of this thread's process; the first rounds compile the code.</summary>
    private static double Measure(PreTrainedTokenizer tokenizer, string[] lines)
    {
        var bytes = lines.Sum(line => Encoding.UTF8.GetByteCount(line) + 1L);
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds + 3; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var line in lines)
            {
                tokenizer.call(line, add_special_tokens: false, truncation: false);
            }
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }
        return bytes / best / 1e6;
    }
}
