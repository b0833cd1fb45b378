using HitSongs.Transformers.Tokenizers.Decoders;
using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.PostProcessors;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Files;

/// <summary>The components of tokenizer.json by the name of their type. A new one is one line here.</summary>
internal static class ComponentReader
{
    public static Normalizer Normalizer(JsonValue value) =>
        Type(value) switch
        {
            "BertNormalizer" => new BertNormalizer(
                value.Flag("clean_text", true),
                value.Flag("handle_chinese_chars", true),
                value["strip_accents"] is null ? null : value.Flag("strip_accents", true),
                value.Flag("lowercase", true)
            ),
            "Lowercase" => new LowercaseNormalizer(),
            "NFC" => new UnicodeNormalizer(UnicodeForm.NFC),
            "NFD" => new UnicodeNormalizer(UnicodeForm.NFD),
            "NFKC" => new UnicodeNormalizer(UnicodeForm.NFKC),
            "NFKD" => new UnicodeNormalizer(UnicodeForm.NFKD),
            "StripAccents" => new StripAccentsNormalizer(),
            "Strip" => new StripNormalizer(value.Flag("strip_left", true), value.Flag("strip_right", true)),
            "Prepend" => new PrependNormalizer(value.Required("prepend").AsString("\"prepend\"")),
            "Replace" => Replace(value),
            "Sequence" => new NormalizerSequence([.. value.Required("normalizers").AsArray("\"normalizers\"").Items.Select(Normalizer)]),
            var other => throw Unknown(
                value,
                "normalizer",
                other,
                "BertNormalizer, Lowercase, NFC, NFD, NFKC, NFKD, StripAccents, Strip, Prepend, Replace, Sequence"
            ),
        };

    public static List<PreTokenizer> PreTokenizers(JsonValue value) => Type(value) switch
    {
        "BertPreTokenizer" => [new BertPreTokenizer()],
        "Whitespace" => [new WhitespacePreTokenizer()],
        "WhitespaceSplit" => [new WhitespacePreTokenizer(runsOnly: true)],
        "ByteLevel" => [new ByteLevelPreTokenizer(value.Flag("add_prefix_space", true), value.Flag("trim_offsets", true), value.Flag("use_regex", true))],
        "Sequence" => [.. value.Required("pretokenizers").AsArray("\"pretokenizers\"").Items.SelectMany(PreTokenizers)],
        var other => throw Unknown(value, "pre-tokenizer", other, "BertPreTokenizer, ByteLevel, Whitespace, WhitespaceSplit, Sequence"),
    };

    public static PostProcessor PostProcessor(JsonValue value) =>
        Type(value) switch
        {
            "BertProcessing" => new BertProcessing(TokenAndId(value, "sep"), TokenAndId(value, "cls")),
            "RobertaProcessing" => new RobertaProcessing(
                TokenAndId(value, "sep"),
                TokenAndId(value, "cls"),
                value.Flag("trim_offsets", true),
                value.Flag("add_prefix_space", true)
            ),
            "ByteLevel" => new ByteLevelProcessing(value.Flag("add_prefix_space", true), value.Flag("trim_offsets", true), value.Flag("use_regex", true)),
            "TemplateProcessing" => Template(value),
            "Sequence" => new PostProcessorSequence([.. value.Required("processors").AsArray("\"processors\"").Items.Select(PostProcessor)]),
            var other => throw Unknown(value, "post-processor", other, "BertProcessing, RobertaProcessing, TemplateProcessing, ByteLevel, Sequence"),
        };

    public static Decoder Decoder(JsonValue value) => Type(value) switch
    {
        "WordPiece" => new WordPieceDecoder(value.OptionalString("prefix") ?? "##", value.Flag("cleanup", true)),
        "ByteLevel" => new ByteLevelDecoder(value.Flag("add_prefix_space", true), value.Flag("trim_offsets", true), value.Flag("use_regex", true)),
        "Sequence" => new DecoderSequence([.. value.Required("decoders").AsArray("\"decoders\"").Items.Select(Decoder)]),
        var other => throw Unknown(value, "decoder", other, "WordPiece, ByteLevel, Sequence"),
    };

    public static InvalidInputException Unknown(JsonValue value, string kind, string type, string known) =>
        value.Fault($"the {kind} {PretrainedFile.Quote(type)} is not known", $"Known are {known}");

    private static string Type(JsonValue value) => value.AsObject("a component").Required("type").AsString("\"type\"");

    private static ReplaceNormalizer Replace(JsonValue value)
    {
        var pattern = value.Required("pattern").AsObject("\"pattern\"");
        return pattern.OptionalString("String") is { } literal
            ? new(literal, value.Required("content").AsString("\"content\""))
            : throw Unknown(pattern, "normalizer", "Replace with a regular expression", "Replace with a literal text: {\"String\": \"…\"}");
    }

    private static (string, int) TokenAndId(JsonValue value, string name)
    {
        var pair = value.Required(name).AsArray($"\"{name}\"");
        return pair.Items.ToList() is [var token, var id]
            ? (token.AsString($"\"{name}\""), id.AsId($"the id in \"{name}\""))
            : throw pair.Fault($"\"{name}\" is not a token and its id", "Write it as [\"[SEP]\", 102]");
    }

    private static TemplateProcessing Template(JsonValue value)
    {
        List<TemplateToken> tokens =
        [
            .. value.Required("special_tokens").AsObject("\"special_tokens\"").Members.Select(member => Token(member.Key, member.Value)),
        ];
        var known = tokens.Select(token => token.Name).ToHashSet();
        return new(Pieces("single"), Pieces("pair"), tokens);

        List<TemplatePiece> Pieces(string name) => [.. value.Required(name).AsArray($"\"{name}\"").Items.Select(item => Piece(item, name, known))];
    }

    private static TemplateToken Token(string name, JsonValue value)
    {
        int[] ids = [.. value.Required("ids").AsArray("\"ids\"").Items.Select(id => id.AsId($"an id of {PretrainedFile.Quote(name)}"))];
        string[] tokens = [.. value.Required("tokens").AsArray("\"tokens\"").Items.Select(token => token.AsString("a token"))];
        return ids.Length == tokens.Length
            ? new(name, ids, tokens)
            : throw value.Fault(
                $"the special token {PretrainedFile.Quote(name)} has {ids.Length} ids and {tokens.Length} tokens",
                "Give it as many ids as tokens"
            );
    }

    private static TemplatePiece Piece(JsonValue value, string template, HashSet<string> known)
    {
        if (value.AsObject("a place of the template")["Sequence"] is { } sequence)
        {
            var id = sequence.Required("id").AsString("\"id\"");
            var second = id == "B";
            return id is "A" or "B" && !(second && template == "single")
                ? new(null, second, sequence.Required("type_id").AsId("\"type_id\""))
                : throw sequence.Fault(
                    $"the template {PretrainedFile.Quote(template)} has no text {PretrainedFile.Quote(id)}",
                    "Texts are \"A\", and in a pair \"B\""
                );
        }
        var token = value.Required("SpecialToken");
        var name = token.Required("id").AsString("\"id\"");
        return known.Contains(name)
            ? new(name, false, token.Required("type_id").AsId("\"type_id\""))
            : throw token.Fault($"the template names {PretrainedFile.Quote(name)}, which \"special_tokens\" lacks", "Add it to \"special_tokens\"");
    }
}
