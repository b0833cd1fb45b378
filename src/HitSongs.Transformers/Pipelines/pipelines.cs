namespace HitSongs.Transformers;

/// <summary>Pipelines by their tasks: <c>using static HitSongs.Transformers.pipelines;</c></summary>
public static class pipelines
{
    /// <summary>The tokenizer and the model in a folder, for a task.</summary>
    /// <param name="task">"sentiment-analysis" (or "text-classification"), "fill-mask", "text-generation" or "feature-extraction".</param>
    /// <param name="model">The model's folder.</param>
    /// <exception cref="ArgumentException">The task is unknown.</exception>
    /// <exception cref="HitSongs.InvalidInputException">A file is missing, is not sound, or holds a model for another task.</exception>
    public static Pipeline pipeline(string task, string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return task switch
        {
            "sentiment-analysis" or "text-classification" => new TextClassificationPipeline(AutoModelForSequenceClassification.from_pretrained(model), AutoTokenizer.from_pretrained(model)),
            "fill-mask" => new FillMaskPipeline(AutoModelForMaskedLM.from_pretrained(model), AutoTokenizer.from_pretrained(model)),
            "text-generation" => new TextGenerationPipeline((GPT2LMHeadModel)AutoModelForCausalLM.from_pretrained(model), AutoTokenizer.from_pretrained(model)),
            "feature-extraction" => new FeatureExtractionPipeline(AutoModel.from_pretrained(model), AutoTokenizer.from_pretrained(model)),
            _ => throw new ArgumentException($"the task '{task}' is unknown; known are sentiment-analysis, text-classification, fill-mask, text-generation and feature-extraction", nameof(task)),
        };
    }
}
