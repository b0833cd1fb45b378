using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HitSongs.Transformers;

/// <summary>Training progress; in a checkpoint it is trainer_state.json.</summary>
public sealed class TrainerState
{
    internal static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Number of steps made.</summary>
    public int global_step { get; set; }

    /// <summary>Total number of steps.</summary>
    public int max_steps { get; set; }

    /// <summary>Number of epochs done, with the part of the present one.</summary>
    public double epoch { get; set; }

    public double? best_metric { get; set; }

    public string? best_model_checkpoint { get; set; }

    /// <summary>Every line that was logged: loss, learning_rate, epoch, step, and the metrics of evaluations.</summary>
    public List<Dictionary<string, double>> log_history { get; set; } = [];

    /// <summary>States of callbacks, by their names.</summary>
    public Dictionary<string, JsonNode?> stateful_callbacks { get; set; } = [];

    /// <summary>The sum of the losses since the last line of the log, and of how many steps.</summary>
    public double running_loss { get; set; }

    public int running_steps { get; set; }

    /// <summary>The sum of all losses.</summary>
    public double total_loss { get; set; }
}

/// <summary>Requests of callbacks to a training.</summary>
public sealed class TrainerControl
{
    public bool should_training_stop { get; set; }

    public bool should_log { get; set; }

    public bool should_evaluate { get; set; }

    public bool should_save { get; set; }
}
