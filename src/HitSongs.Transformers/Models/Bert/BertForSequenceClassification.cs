using HitSongs.Transformers.Models;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>BERT with a layer that gives each text a score for each label.</summary>
public sealed class BertForSequenceClassification : BertPreTrainedModel
{
    private static readonly string[] arguments = ["input_ids", "attention_mask", "token_type_ids", "position_ids", "labels"];
    private readonly BertModel bert;
    private readonly Dense classifier;

    /// <summary>A model whose weights are drawn anew.</summary>
    /// <exception cref="ArgumentException">The configuration describes no BERT.</exception>
    public BertForSequenceClassification(BertConfig config)
        : this(config, draw: true)
    {
    }

    internal BertForSequenceClassification(BertConfig config, bool draw)
        : base(config, nameof(BertForSequenceClassification))
    {
        bert = new BertModel(config, draw: false);
        classifier = new Dense(config.hidden_size, config.num_labels);
        RegisterComponents();
        if (draw) Draw();
    }

    private protected override BertModel Body => bert;

    /// <inheritdoc cref="BertModel.from_pretrained"/>
    /// <param name="num_labels">Instead of what config.json says.</param>
    public static BertForSequenceClassification from_pretrained(
        string folder,
        BertConfig? config = null,
        bool ignore_mismatched_sizes = false,
        int? num_labels = null
    )
    {
        if (num_labels is { } labels) config = (config ?? BertConfig.from_pretrained(folder)) with { num_labels = labels };
        return Load(folder, config, ignore_mismatched_sizes, its => new BertForSequenceClassification(its, draw: false));
    }

    /// <inheritdoc cref="BertModel.call(Tensor, Tensor?, Tensor?, Tensor?)"/>
    /// <param name="labels">What the loss is of: [batch] label numbers, [batch] figures when there is one label, or [batch, labels] of 0 and 1 as
    /// floating-point numbers.</param>
    public SequenceClassifierOutput call(
        Tensor input_ids,
        Tensor? attention_mask = null,
        Tensor? token_type_ids = null,
        Tensor? position_ids = null,
        Tensor? labels = null
    )
    {
        using var scope = NewDisposeScope();
        var states = bert.Encode(input_ids, attention_mask, token_type_ids, position_ids);
        var pooled = bert.Pool(states).Dropped(config.classifier_dropout ?? config.hidden_dropout_prob, training);
        var logits = classifier.call(pooled);
        return new SequenceClassifierOutput(logits.MoveToOuterDisposeScope()) { loss = labels is null ? null : Loss(logits, labels).MoveToOuterDisposeScope() };
    }

    /// <inheritdoc/>
    public override ModelOutput call(IReadOnlyDictionary<string, Tensor> batch) =>
        call(
            Required(batch, arguments),
            batch.GetValueOrDefault("attention_mask"),
            batch.GetValueOrDefault("token_type_ids"),
            batch.GetValueOrDefault("position_ids"),
            batch.GetValueOrDefault("labels")
        );

    private Tensor Loss(Tensor logits, Tensor labels) => (config.problem_type ?? Problem(labels)) switch
    {
        "regression" => nn.functional.mse_loss(logits.squeeze(-1), labels.to(logits.dtype)),
        "multi_label_classification" => nn.functional.binary_cross_entropy_with_logits(logits, labels),
        "single_label_classification" => nn.functional.cross_entropy(logits, labels.view(-1)),
        var other => throw new ArgumentException($"problem_type '{other}' is unknown", nameof(labels)),
    };

    private string Problem(Tensor labels)
    {
        if (config.num_labels == 1) return "regression";
        return labels.is_floating_point() ? "multi_label_classification" : "single_label_classification";
    }
}
