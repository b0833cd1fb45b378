using HitSongs.Transformers.Models;

namespace HitSongs.Transformers;

/// <summary>The configuration of whatever model a folder's config.json describes.</summary>
public static class AutoConfig
{
    /// <exception cref="HitSongs.InvalidInputException">The file is missing, or describes no model that is known here.</exception>
    public static PretrainedConfig from_pretrained(string folder) =>
        AutoClass.Of(folder, "a configuration", ("bert", (Func<string, PretrainedConfig>)BertConfig.from_pretrained));
}

/// <summary>Whatever model without a head a folder holds.</summary>
public static class AutoModel
{
    /// <inheritdoc cref="BertModel.from_pretrained"/>
    public static PreTrainedModel from_pretrained(string folder) =>
        AutoClass.Of<PreTrainedModel>(folder, "a model without a head", ("bert", its => BertModel.from_pretrained(its)));
}

/// <summary>Whatever model a folder holds, with a head that classifies texts.</summary>
public static class AutoModelForSequenceClassification
{
    /// <inheritdoc cref="BertForSequenceClassification.from_pretrained"/>
    public static PreTrainedModel from_pretrained(string folder, int? num_labels = null, bool ignore_mismatched_sizes = false) =>
        AutoClass.Of<PreTrainedModel>(
            folder,
            "a model that classifies texts",
            ("bert", its => BertForSequenceClassification.from_pretrained(its, null, ignore_mismatched_sizes, num_labels))
        );
}
