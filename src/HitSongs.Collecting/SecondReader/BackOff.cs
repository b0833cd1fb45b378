using System.ClientModel.Primitives;

namespace HitSongs.Collecting.SecondReader;

/// <summary>A request that fails by a busy or broken endpoint is made twice more, after a pause and after twice that pause.</summary>
internal sealed class BackOff(TimeSpan pause) : ClientRetryPolicy(maxRetries: 2)
{
    protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount) => pause * Math.Pow(2, tryCount - 1);
}
