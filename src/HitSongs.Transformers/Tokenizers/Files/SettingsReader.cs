using HitSongs.Transformers.Tokenizers.Steps;

namespace HitSongs.Transformers.Tokenizers.Files;

/// <summary>Reads tokenizer_config.json, special_tokens_map.json and added_tokens.json. Names of files in them are never followed.</summary>
internal static class SettingsReader
{
    public static TokenizerSettings Read(string folder)
    {
        var config = Optional(folder, "tokenizer_config.json");
        var special = new Dictionary<string, AddedToken>();
        var additional = new List<AddedToken>();
        foreach (var file in new[] { Optional(folder, "special_tokens_map.json"), config })
        {
            ReadSpecial(file, special, additional);
        }
        return new()
        {
            TokenizerClass = ClassName(config) ?? ClassOfModel(Optional(folder, "config.json")),
            Special = special,
            Additional = additional,
            AddedTokens = AddedTokens(folder, config),
            ModelMaxLength = MaxLength(config?["model_max_length"]),
            PadOnLeft = IsLeft(config, "padding_side"),
            TruncateOnLeft = IsLeft(config, "truncation_side"),
            CleanUp = config?.Flag("clean_up_tokenization_spaces", false) ?? false,
            LowerCase = Flag(config, "do_lower_case"),
            StripAccents = Flag(config, "strip_accents"),
            TokenizeChineseChars = Flag(config, "tokenize_chinese_chars"),
            AddPrefixSpace = Flag(config, "add_prefix_space"),
            ModelInputNames = config?["model_input_names"] is { } names
                ? [.. names.AsArray("\"model_input_names\"").Items.Select(name => name.AsString("a name of an input"))]
                : null,
        };
    }

    private static JsonValue? Optional(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? PretrainedFile.Open(path).ReadJson().AsObject("the file") : null;
    }

    private static bool? Flag(JsonValue? config, string name) => config?[name] is null ? null : config.Flag(name, false);

    private static bool IsLeft(JsonValue? config, string name) => config?[name] switch
    {
        null => false,
        { Text: "left" } => true,
        { Text: "right" } => false,
        var other => throw other.Fault($"\"{name}\" is {PretrainedFile.Quote(other.Text)}", "It is \"left\" or \"right\""),
    };

    private static string? ClassName(JsonValue? config) => config?.OptionalString("tokenizer_class") is not { } name ? null
        : name.EndsWith("Fast", StringComparison.Ordinal) ? name[..^"Fast".Length] : name;

    private static string? ClassOfModel(JsonValue? config) => config?.OptionalString("model_type") switch
    {
        "bert" or "distilbert" or "electra" or "mobilebert" => "BertTokenizer",
        "gpt2" => "GPT2Tokenizer",
        "roberta" => "RobertaTokenizer",
        _ => null,
    };

    /// <summary>Python writes 10^30 for "no bound".</summary>
    private static int? MaxLength(JsonValue? value)
    {
        if (value is null)
        {
            return null;
        }
        const double unbounded = 1e9;
        return double.TryParse(value.Text, out var length) && length >= 1
            ? length < unbounded ? (int)length : null
            : throw value.Fault($"\"model_max_length\" is {PretrainedFile.Quote(value.Text)}", "It is the number of tokens that the model takes, 1 or more");
    }

    private static void ReadSpecial(JsonValue? file, Dictionary<string, AddedToken> special, List<AddedToken> additional)
    {
        if (file is null)
        {
            return;
        }
        foreach (var name in SpecialTokens.Names)
        {
            if (file[name] is { } token)
            {
                special[name] = Token(token, name);
            }
        }
        // "extra_special_tokens" may also be an object of named tokens; their names mean nothing here.
        foreach (var list in new[] { file["additional_special_tokens"], file["extra_special_tokens"] }.OfType<JsonValue>())
        {
            additional.AddRange(
                list.Items.Select(token => Token(token, "additional_special_tokens"))
                    .Where(token => additional.TrueForAll(other => other.content != token.content))
            );
        }
    }

    private static AddedToken Token(JsonValue value, string name) => value.Kind == System.Text.Json.JsonTokenType.String
        ? AddedToken.MakeSpecial(value.Text)
        : TokenizerJsonReader.AddedToken(value.AsObject($"\"{name}\""), specialByDefault: true) with { special = true };

    private static List<(int, AddedToken)> AddedTokens(string folder, JsonValue? config)
    {
        var tokens = new List<(int, AddedToken)>();
        if (config?["added_tokens_decoder"] is { } decoder)
        {
            foreach (var (id, token) in decoder.AsObject("\"added_tokens_decoder\"").Members)
            {
                tokens.Add(int.TryParse(id, System.Globalization.NumberStyles.None, null, out var number)
                    ? (number, TokenizerJsonReader.AddedToken(token.AsObject("an added token")))
                    : throw token.Fault($"{PretrainedFile.Quote(id)} is not an id", $"Ids are whole numbers from 0 to {int.MaxValue}"));
            }
        }
        foreach (var (token, id) in Optional(folder, "added_tokens.json")?.Members ?? [])
        {
            var number = id.AsId($"the id of {PretrainedFile.Quote(token)}");
            if (tokens.TrueForAll(one => one.Item1 != number))
            {
                tokens.Add((number, new(token)));
            }
        }
        return tokens;
    }
}
