using HitSongs.Transformers.Pretrained;
using HitSongs.Transformers.Tokenizers.Files;
using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.PostProcessors;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Steps;

namespace HitSongs.Transformers;

/// <summary>Finds out which tokenizer a folder holds.</summary>
public static class AutoTokenizer
{
    /// <summary>Reads a tokenizer from a model's folder: tokenizer.json, or where it is missing vocab.txt, or vocab.json and merges.txt.</summary>
    /// <param name="folder">A folder as save_pretrained writes it here or in Python. Nothing is downloaded, no code in it is run, and no path named in its
    /// files is followed.</param>
    /// <exception cref="InvalidInputException">There is no such folder or tokenizer, or a file in it is wrong; the message names the file, the line and the
    /// remedy.</exception>
    public static PreTrainedTokenizer from_pretrained(string folder)
    {
        var (pipeline, settings) = Read(folder);
        return (settings.TokenizerClass ?? ClassOf(pipeline)) switch
        {
            "BertTokenizer" or "DistilBertTokenizer" or "ElectraTokenizer" or "MobileBertTokenizer" => new BertTokenizer(pipeline, settings),
            "GPT2Tokenizer" => new GPT2Tokenizer(pipeline, settings),
            "RobertaTokenizer" => new RobertaTokenizer(pipeline, settings),
            _ => new PreTrainedTokenizer(pipeline, settings, SpecialTokens.None),
        };
    }

    internal static (TokenizerPipeline Pipeline, TokenizerSettings Settings) Read(string folder)
    {
        folder = PretrainedModels.Resolve(folder);
        if (!Directory.Exists(folder))
        {
            throw new InvalidInputException(
                folder, null, "there is no such folder", $"Download the model first and name its folder, or use the pretrained model '{MiniLM.Name}'");
        }
        var settings = SettingsReader.Read(folder);
        var whole = Path.Combine(folder, "tokenizer.json");
        return File.Exists(whole) ? (Configured(TokenizerJsonReader.Read(whole), settings), settings) : (OlderLayout.Read(folder, settings), settings);
    }

    /// <summary>As in Python's library, the configuration has the last word on lower case, accents, ideographs and the space before a text.</summary>
    private static TokenizerPipeline Configured(TokenizerPipeline pipeline, TokenizerSettings settings)
    {
        if (pipeline.Normalizer is BertNormalizer normalizer)
        {
            pipeline = pipeline.With(normalizer: new BertNormalizer(
                normalizer.CleanText,
                settings.TokenizeChineseChars ?? normalizer.HandleChineseChars,
                settings.StripAccents ?? normalizer.StripAccents,
                settings.LowerCase ?? normalizer.Lowercase));
        }
        if (settings.AddPrefixSpace is { } prefix && pipeline.PreTokenizer.PreTokenizers is [ByteLevelPreTokenizer byteLevel])
        {
            pipeline = pipeline.With(preTokenizer: new([new ByteLevelPreTokenizer(prefix, byteLevel.TrimOffsets, byteLevel.UseRegex)]));
        }
        return pipeline;
    }

    private static string? ClassOf(TokenizerPipeline pipeline) => pipeline switch
    {
        { Model: WordPieceModel } => "BertTokenizer",
        { PostProcessor: RobertaProcessing } => "RobertaTokenizer",
        { Model: BpeModel, PreTokenizer.IsByteLevel: true } => "GPT2Tokenizer",
        _ => null,
    };
}
