using System.Text;
using HitSongs.Pipeline;

namespace HitSongs.Tests.Fuzzing;

/// <summary>Good bytes with a few faults, drawn from a seed: bits turned, parts left out, doubled or put elsewhere, and what parsers are known to trip over.</summary>
internal static class MutatedBytes
{
    private const int MostFaults = 4;
    private const int LongestPart = 64;

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "-1", "0", "1e999", "NaN", "99999999999999999999", "-9223372036854775808", "2147483648", "null", "true", "{", "}", "[", "]", "\"", "'", ",", ";",
            ":", "\n", "\r", "\r\n\r\n", "\t", "\0", "\u200b", "\u202e", "\\ud800", "\\", "/../", "<", "&", "*a", "&a", "!!", "---\n", "```", "$$", "|", "%",
            "\uFEFF", "((((((((((", "[[[[[[[[[[", "{{{{{{{{{{", "\"a\":",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFF, 0xFF, 0xFF], [0x80], [0x1F, 0x8B],
    ];

    public static byte[] Of(byte[] good, int seed)
    {
        var random = new SeededRandom(seed);
        var bytes = good.ToList();
        for (var faults = 1 + random.Below(MostFaults); faults > 0; faults--)
        {
            Spoil(bytes, random);
        }

        return [.. bytes];
    }

    private static void Spoil(List<byte> bytes, SeededRandom random)
    {
        var at = random.Below(bytes.Count + 1);
        var part = random.Below(Math.Min(LongestPart, bytes.Count - at) + 1);
        switch (random.Below(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Below(8));
                break;
            case 1:
                bytes.RemoveRange(at, part);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, part));
                break;
            case 3:
                var moved = bytes.GetRange(at, part);
                bytes.RemoveRange(at, part);
                bytes.InsertRange(random.Below(bytes.Count + 1), moved);
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5 when at < bytes.Count:
                bytes[at] = (byte)random.Below(256);
                break;
            default:
                bytes.InsertRange(at, Words[random.Below(Words.Length)]);
                break;
        }
    }
}
