using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.Decoders;

/// <summary>Joins "##" pieces to what is before them, puts a space before any other, and with <paramref name="cleanup"/> takes the space before punctuation
/// away.</summary>
internal sealed class WordPieceDecoder(string prefix = "##", bool cleanup = true) : Decoder
{
    private static readonly (string Old, string New)[] Cleanups =
    [
        (" .", "."),
        (" ?", "?"),
        (" !", "!"),
        (" ,", ","),
        (" ' ", "'"),
        (" n't", "n't"),
        (" 'm", "'m"),
        (" do not", " don't"),
        (" 's", "'s"),
        (" 've", "'ve"),
        (" 're", "'re"),
    ];

    public string Prefix => prefix;

    public override IReadOnlyList<string> Decode(IReadOnlyList<string> tokens) =>
    [
        .. tokens.Select((token, index) =>
        {
            var text = index == 0 ? token : token.StartsWith(prefix, StringComparison.Ordinal) ? token[prefix.Length..] : " " + token;
            return cleanup ? Cleanups.Aggregate(text, (current, rule) => current.Replace(rule.Old, rule.New)) : text;
        }),
    ];

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "WordPiece");
        writer.WriteString("prefix", prefix);
        writer.WriteBoolean("cleanup", cleanup);
        writer.WriteEndObject();
    }
}
