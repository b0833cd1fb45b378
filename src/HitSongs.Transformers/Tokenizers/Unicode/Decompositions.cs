using System.Collections.Frozen;
using System.Globalization;

namespace HitSongs.Transformers.Tokenizers.Unicode;

/// <summary>
/// Unicode's decompositions, combining classes and compositions, read once from decompositions.txt. .NET's own normalisation does
/// nothing where the invariant culture is set, and tells nothing of which character came from where.
/// </summary>
internal sealed class Decompositions
{
    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7, VowelCount = 21, TailCount = 28, LeadCount = 19;
    private const int HangulCount = LeadCount * VowelCount * TailCount;
    private static readonly Lazy<Decompositions> Table = new(Read);

    private readonly FrozenDictionary<int, int[]> _canonical;
    private readonly FrozenDictionary<int, int[]> _compatible;
    private readonly FrozenDictionary<int, byte> _classes;
    private readonly FrozenDictionary<(int, int), int> _compositions;

    private Decompositions(
        Dictionary<int, int[]> canonical,
        Dictionary<int, int[]> compatible,
        Dictionary<int, byte> classes,
        Dictionary<(int, int), int> compositions
    )
    {
        _canonical = canonical.Keys.ToFrozenDictionary(point => point, point => Expand(point, canonical, null));
        _compatible = canonical.Keys.Union(compatible.Keys).ToFrozenDictionary(point => point, point => Expand(point, canonical, compatible));
        _classes = classes.ToFrozenDictionary();
        _compositions = compositions.ToFrozenDictionary();
    }

    public static Decompositions Instance => Table.Value;

    /// <summary>The canonical combining class, 0 for a starter.</summary>
    public int CombiningClass(int point) => point < 0x300 ? 0 : _classes.GetValueOrDefault(point);

    /// <summary>The full decomposition, or an empty span where the character stands for itself.</summary>
    public ReadOnlySpan<int> Of(int point, bool compatible, Span<int> hangul)
    {
        if (point < 0xA0)
        {
            return [];
        }
        if ((uint)(point - HangulBase) < HangulCount)
        {
            return Hangul(point - HangulBase, hangul);
        }
        return (compatible ? _compatible : _canonical).TryGetValue(point, out var parts) ? parts : [];
    }

    /// <summary>The character that two compose to, or -1.</summary>
    public int Compose(int first, int second)
    {
        if ((uint)(first - LeadBase) < LeadCount && (uint)(second - VowelBase) < VowelCount)
        {
            return HangulBase + ((((first - LeadBase) * VowelCount) + (second - VowelBase)) * TailCount);
        }
        if ((uint)(first - HangulBase) < HangulCount && (first - HangulBase) % TailCount == 0 && second is > TailBase and < TailBase + TailCount)
        {
            return first + (second - TailBase);
        }
        return _compositions.GetValueOrDefault((first, second), -1);
    }

    private static ReadOnlySpan<int> Hangul(int index, Span<int> parts)
    {
        parts[0] = LeadBase + (index / (VowelCount * TailCount));
        parts[1] = VowelBase + (index % (VowelCount * TailCount) / TailCount);
        parts[2] = TailBase + (index % TailCount);
        return parts[..(parts[2] == TailBase ? 2 : 3)];
    }

    private static int[] Expand(int point, Dictionary<int, int[]> canonical, Dictionary<int, int[]>? compatible) =>
        canonical.TryGetValue(point, out var parts) || (compatible is not null && compatible.TryGetValue(point, out parts))
            ? [.. parts.SelectMany(part => Expand(part, canonical, compatible))]
            : [point];

    private static Decompositions Read()
    {
        Dictionary<int, int[]> canonical = [], compatible = [];
        Dictionary<int, byte> classes = [];
        Dictionary<(int, int), int> compositions = [];
        using var stream = typeof(Decompositions).Assembly.GetManifestResourceStream("decompositions.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
            {
                continue;
            }
            if (line.Split('=') is [var range, var value])
            {
                var ends = range.Split('-');
                for (var point = Hex(ends[0]); point <= Hex(ends[^1]); point++)
                {
                    classes[point] = byte.Parse(value);
                }
                continue;
            }
            var points = Array.ConvertAll(line.TrimStart('~', '!').Split(' '), Hex);
            (line[0] == '~' ? compatible : canonical)[points[0]] = points[1..];
            if (line[0] is not ('~' or '!'))
            {
                compositions[(points[1], points[2])] = points[0];
            }
        }
        return new(canonical, compatible, classes, compositions);
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber);
}
