namespace HitSongs.Demonstrations;

/// <summary>Harness API for models: songs to learn from, songs to predict, and a place for predictions.</summary>
/// <remarks>
/// The program is run once per fold, each time in a new process. The labels of <see cref="Test"/> stay with the harness, which computes every metric itself.
/// </remarks>
public static class Modelling
{
    private static ModelTask? task;
    private static readonly List<Prediction> Made = [];
    private static readonly Lock Gate = new();

    /// <summary>Songs with popularity and hit label.</summary>
    public static IReadOnlyList<LabelledSong> Training => Task.Training;

    /// <summary>Songs to predict, in random order; none of their artists is in <see cref="Training"/>.</summary>
    public static IReadOnlyList<Song> Test => Task.Test;

    /// <summary>Use it for whatever is drawn at random: the run can then be repeated.</summary>
    public static int Seed => Task.Seed;

    /// <summary>Hands predictions back, one for each song of <see cref="Test"/>, matched by track id.</summary>
    public static void Predict(IEnumerable<Prediction> predictions)
    {
        IReadOnlyList<Prediction> made = [.. predictions];
        lock (Gate)
        {
            Made.AddRange(made);
        }
    }

    internal static IReadOnlyList<Prediction> Predictions
    {
        get
        {
            lock (Gate)
            {
                return [.. Made];
            }
        }
    }

    private static ModelTask Task => task ?? throw new InvalidOperationException("only a model is given songs; a demonstration is given inputs");

    internal static void Begin(ModelTask given)
    {
        task = given;
        lock (Gate)
        {
            Made.Clear();
        }
    }
}
