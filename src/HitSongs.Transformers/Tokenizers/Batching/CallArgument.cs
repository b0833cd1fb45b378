namespace HitSongs.Transformers.Tokenizers.Batching;

/// <summary>Faults in the arguments of a tokenizer's call, found further down than the call itself.</summary>
internal static class CallArgument
{
    public static ArgumentException Fault(string argument, string problem) => new(problem, argument);
}
