using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.Steps;

namespace HitSongs.Transformers.Tokenizers.Files;

/// <summary>Reads tokenizer.json: each component by its type; one that is not known here is one clear error that names it.</summary>
internal static class TokenizerJsonReader
{
    /// <exception cref="InvalidInputException">The file is not JSON, lacks what it must have, or names an unknown component.</exception>
    public static TokenizerPipeline Read(string path)
    {
        var root = PretrainedFile.Open(path).ReadJson().AsObject("the file");
        var model = Model(root.Required("model").AsObject("\"model\""));
        var pipeline = new TokenizerPipeline(
            model,
            root["normalizer"] is { } normalizer ? ComponentReader.Normalizer(normalizer) : null,
            root["pre_tokenizer"] is { } preTokenizer ? new(ComponentReader.PreTokenizers(preTokenizer)) : null,
            root["post_processor"] is { } postProcessor ? ComponentReader.PostProcessor(postProcessor) : null,
            root["decoder"] is { } decoder ? ComponentReader.Decoder(decoder) : null);
        pipeline.Added.Restore(root["added_tokens"] is { } added ? AddedTokens(added, model) : []);
        return pipeline;
    }

    public static AddedToken AddedToken(JsonValue value, bool specialByDefault = false)
    {
        var special = value.Flag("special", specialByDefault);
        return new(value.Required("content").AsString("\"content\""))
        {
            single_word = value.Flag("single_word", false),
            lstrip = value.Flag("lstrip", false),
            rstrip = value.Flag("rstrip", false),
            normalized = value.Flag("normalized", !special),
            special = special,
        };
    }

    private static TokenModel Model(JsonValue value)
    {
        var vocabulary = value.Required("vocab");
        // Files from before 2020 name no type: a model with merges is a BPE.
        var type = value.OptionalString("type") ?? (value["merges"] is null ? "WordPiece" : "BPE");
        try
        {
            return type switch
            {
                "WordPiece" => new WordPieceModel(
                    VocabularyReader.FromJson(vocabulary),
                    value.OptionalString("unk_token") ?? "[UNK]",
                    value.OptionalString("continuing_subword_prefix") ?? "##",
                    value["max_input_chars_per_word"]?.AsId("\"max_input_chars_per_word\"") ?? 100),
                "BPE" => Bpe(value, vocabulary),
                _ => throw ComponentReader.Unknown(value, "model", type, "WordPiece, BPE"),
            };
        }
        catch (MissingMergePartException error)
        {
            throw value.Required("merges").Items.ElementAt(error.Rank).Fault(
                $"the merge needs the token {PretrainedFile.Quote(error.Part)}, which the vocabulary lacks", "Take merges and vocabulary from the same model");
        }
        catch (ArgumentException error)
        {
            throw vocabulary.Fault(error.Message.Split(" (Parameter")[0], "Add the token to \"vocab\", or name another one");
        }
    }

    private static BpeModel Bpe(JsonValue value, JsonValue vocabulary)
    {
        if (value.Flag("byte_fallback", false))
        {
            throw value
                .Required("byte_fallback")
                .Fault("the model asks for \"byte_fallback\", which is not known here", "Use a byte-level BPE, or a WordPiece model");
        }
        if (value["dropout"] is { } dropout && !(double.TryParse(dropout.Text, out var rate) && rate == 0))
        {
            throw dropout.Fault("the model asks for \"dropout\", which is not known here", "Set it to null: encoding is then the same every time");
        }
        return new(VocabularyReader.FromJson(vocabulary), VocabularyReader.Merges(value.Required("merges")), new()
        {
            UnknownToken = value.OptionalString("unk_token"),
            ContinuingPrefix = Filled(value.OptionalString("continuing_subword_prefix")),
            EndOfWordSuffix = Filled(value.OptionalString("end_of_word_suffix")),
            FuseUnknown = value.Flag("fuse_unk", false),
            IgnoreMerges = value.Flag("ignore_merges", false),
        });
    }

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;

    private static List<(int, AddedToken)> AddedTokens(JsonValue value, TokenModel model)
    {
        var tokens = new List<(int, AddedToken)>();
        var seen = new HashSet<int>();
        foreach (var item in value.AsArray("\"added_tokens\"").Items)
        {
            var token = AddedToken(item.AsObject("an added token"));
            var id = item.Required("id").AsId($"the id of {PretrainedFile.Quote(token.content)}");
            if (!seen.Add(id))
            {
                throw item.Fault($"two added tokens have the id {id}", "Give every token its own id");
            }
            if (model.TokenOf(id) is { } other && other != token.content)
            {
                throw item.Fault(
                    $"the added token {PretrainedFile.Quote(token.content)} has the id {id} of the token {PretrainedFile.Quote(other)}",
                    "Give every token its own id"
                );
            }
            tokens.Add((id, token));
        }
        return tokens;
    }
}
