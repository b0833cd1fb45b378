namespace HitSongs.Collecting.SecondReader;

/// <summary>An endpoint gave no reply: never the author's fault.</summary>
/// <param name="message">Why, in words of the harness, without a full stop.</param>
/// <param name="isFinal">Whether the next request would fare no better.</param>
internal sealed class ReaderFaultException(string message, bool isFinal) : Exception(message)
{
    public bool IsFinal { get; } = isFinal;
}
