namespace HitSongs.Transformers;

/// <summary>Pipelines by their tasks: <c>using static HitSongs.Transformers.pipelines;</c></summary>
public static class pipelines
{
    private const string Known = "sentiment-analysis, text-classification, feature-extraction and sentence-similarity";

    /// <summary>The tokenizer and the model in a folder, for a task.</summary>
    /// <param name="task">"sentiment-analysis" (or "text-classification"), "feature-extraction" or "sentence-similarity".</param>
    /// <param name="model">The model's folder, or the name of a pretrained one ("sentence-transformers/all-MiniLM-L6-v2").</param>
    /// <exception cref="ArgumentException">The task is unknown.</exception>
    /// <exception cref="HitSongs.InvalidInputException">A file is missing, is not sound, or holds a model for another task.</exception>
    public static Pipeline pipeline(string task, string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return task switch
        {
            "sentiment-analysis" or "text-classification" => new TextClassificationPipeline(
                AutoModelForSequenceClassification.from_pretrained(model),
                AutoTokenizer.from_pretrained(model)
            ),
            "feature-extraction" => new FeatureExtractionPipeline(AutoModel.from_pretrained(model), AutoTokenizer.from_pretrained(model)),
            "sentence-similarity" => new SentenceSimilarityPipeline(AutoModel.from_pretrained(model), AutoTokenizer.from_pretrained(model)),
            _ => throw new ArgumentException($"the task '{task}' is unknown; known are {Known}", nameof(task)),
        };
    }
}
