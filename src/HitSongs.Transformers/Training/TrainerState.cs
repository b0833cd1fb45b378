using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HitSongs.Transformers;

/// <summary>How far a training is; in a checkpoint it is trainer_state.json.</summary>
public sealed class TrainerState
{
    internal static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>How many steps were made.</summary>
    public int global_step { get; set; }

    /// <summary>How many steps there will be.</summary>
    public int max_steps { get; set; }

    /// <summary>How often the examples were gone through, with the part of the present round.</summary>
    public double epoch { get; set; }

    public double? best_metric { get; set; }

    public string? best_model_checkpoint { get; set; }

    /// <summary>Every line that was logged: loss, learning_rate, epoch, step, and the metrics of evaluations.</summary>
    public List<Dictionary<string, double>> log_history { get; set; } = [];

    /// <summary>What callbacks remember, by their names.</summary>
    public Dictionary<string, JsonNode?> stateful_callbacks { get; set; } = [];

    /// <summary>The sum of the losses since the last line of the log, and of how many steps.</summary>
    public double running_loss { get; set; }

    public int running_steps { get; set; }

    /// <summary>The sum of all losses.</summary>
    public double total_loss { get; set; }
}

/// <summary>What callbacks may ask of a training.</summary>
public sealed class TrainerControl
{
    public bool should_training_stop { get; set; }

    public bool should_log { get; set; }

    public bool should_evaluate { get; set; }

    public bool should_save { get; set; }
}
