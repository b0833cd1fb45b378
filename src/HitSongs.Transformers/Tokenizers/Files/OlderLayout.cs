using HitSongs.Transformers.Tokenizers.Decoders;
using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.PostProcessors;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Steps;

namespace HitSongs.Transformers.Tokenizers.Files;

/// <summary>Builds a pipeline from the layout before tokenizer.json: vocab.txt, or vocab.json and merges.txt.</summary>
internal static class OlderLayout
{
    public static TokenizerPipeline Read(string folder, TokenizerSettings settings)
    {
        var text = Path.Combine(folder, "vocab.txt");
        var json = Path.Combine(folder, "vocab.json");
        if (File.Exists(text))
        {
            return Bert(text, VocabularyReader.FromText(PretrainedFile.Open(text)), settings);
        }
        if (!File.Exists(json))
        {
            throw new InvalidInputException(
                folder,
                null,
                "the folder has no tokenizer.json, vocab.txt or vocab.json",
                "Name a folder with a tokenizer, as save_pretrained writes it"
            );
        }
        var vocabulary = VocabularyReader.FromJson(PretrainedFile.Open(json).ReadJson());
        var merges = VocabularyReader.Merges(PretrainedFile.Open(Path.Combine(folder, "merges.txt")), vocabulary);
        return settings.TokenizerClass == "RobertaTokenizer" ? Roberta(json, vocabulary, merges, settings) : Gpt2(vocabulary, merges, settings);
    }

    public static BertNormalizer BertNormalizer(TokenizerSettings settings) =>
        new(true, settings.TokenizeChineseChars ?? true, settings.StripAccents, settings.LowerCase ?? true);

    /// <param name="file">The file that a missing special token is told of.</param>
    public static TokenizerPipeline Bert(string file, Dictionary<string, int> vocabulary, TokenizerSettings settings)
    {
        var special = SpecialTokens.Bert.ToDictionary(entry => entry.Key, entry => settings.Special.GetValueOrDefault(entry.Key, entry.Value).content);
        return new(
            new WordPieceModel(vocabulary, Require(file, vocabulary, special["unk_token"])),
            BertNormalizer(settings),
            new([new BertPreTokenizer()]),
            TemplateProcessing.Bert(WithId(file, vocabulary, special["sep_token"]), WithId(file, vocabulary, special["cls_token"])),
            new WordPieceDecoder());
    }

    public static TokenizerPipeline Gpt2(IReadOnlyDictionary<string, int> vocabulary, IReadOnlyList<(string, string)> merges, TokenizerSettings settings)
    {
        var prefix = settings.AddPrefixSpace ?? false;
        return new(
            new BpeModel(vocabulary, merges),
            null,
            new([new ByteLevelPreTokenizer(prefix)]),
            new ByteLevelProcessing(addPrefixSpace: true, trimOffsets: false, useRegex: true),
            new ByteLevelDecoder());
    }

    private static TokenizerPipeline Roberta(string file, Dictionary<string, int> vocabulary, List<(string, string)> merges, TokenizerSettings settings)
    {
        var prefix = settings.AddPrefixSpace ?? false;
        var separator = settings.Special.GetValueOrDefault("sep_token", SpecialTokens.Roberta["sep_token"]).content;
        var classifier = settings.Special.GetValueOrDefault("cls_token", SpecialTokens.Roberta["cls_token"]).content;
        return new(
            new BpeModel(vocabulary, merges),
            null,
            new([new ByteLevelPreTokenizer(prefix)]),
            new RobertaProcessing(WithId(file, vocabulary, separator), WithId(file, vocabulary, classifier), true, prefix),
            new ByteLevelDecoder());
    }

    private static (string, int) WithId(string file, Dictionary<string, int> vocabulary, string token) => (token, vocabulary[Require(file, vocabulary, token)]);

    private static string Require(string file, Dictionary<string, int> vocabulary, string token) =>
        vocabulary.ContainsKey(token)
            ? token
            : throw new InvalidInputException(
                file,
                null,
                $"the vocabulary lacks the special token {PretrainedFile.Quote(token)}",
                "Add it, or name another one in tokenizer_config.json"
            );
}
