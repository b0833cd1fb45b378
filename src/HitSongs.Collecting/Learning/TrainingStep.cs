using System.Runtime.InteropServices;

namespace HitSongs.Collecting.Learning;

/// <summary>Runs the steps of a training, of which a few may fail.</summary>
/// <remarks>
/// TorchSharp makes a native number for each constant of an expression; where the garbage collector takes one before libtorch has read it, libtorch refuses
/// the operation. That was seen once in 7,000 steps: such a step is left out, and the next begins with fresh gradients.
/// </remarks>
internal sealed class TrainingStep
{
    private const int MostFailures = 5;

    private int failures;

    /// <exception cref="ExternalException">More steps failed than chance explains.</exception>
    public void Run(Action step)
    {
        try
        {
            step();
        }
        catch (ExternalException) when (++failures <= MostFailures)
        {
            // The batch comes again in the next epoch.
        }
    }
}
