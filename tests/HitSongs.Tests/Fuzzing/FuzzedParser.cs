namespace HitSongs.Tests.Fuzzing;

/// <summary>A parser of bytes that a stranger wrote.</summary>
/// <param name="Good">Bytes that it reads; given a folder of its own, in which it may lay out what stands beside them.</param>
/// <param name="Parse">Reads bytes; given the same folder.</param>
internal sealed record FuzzedParser(Func<string, byte[]> Good, Action<byte[], string> Parse)
{
    /// <summary>Whether an exception is the parser's documented refusal, besides <see cref="InvalidInputException"/>.</summary>
    public Func<Exception, bool> Refuses { get; init; } = _ => false;
}
