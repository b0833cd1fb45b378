namespace HitSongs.Transformers.Tokenizers.Batching;

/// <summary>Fills the encodings of a batch up to one length.</summary>
/// <param name="PadId">The id of what is put in.</param>
/// <param name="TypeId">Its type id.</param>
/// <param name="OnLeft">Whether it goes before the tokens, as generating models need it.</param>
/// <param name="MultipleOf">The length is rounded up to a multiple of this; 1 for none.</param>
internal sealed record Padding(int PadId, int TypeId, bool OnLeft, int MultipleOf)
{
    /// <param name="encodings">The batch.</param>
    /// <param name="length">The least length; null for that of the longest.</param>
    /// <param name="tokenOf">The token of an id.</param>
    public List<EncodingFast> Apply(IReadOnlyList<EncodingFast> encodings, int? length, Func<int, string> tokenOf)
    {
        var wanted = length ?? encodings.Select(one => one.Count).DefaultIfEmpty(0).Max();
        wanted = (wanted + MultipleOf - 1) / MultipleOf * MultipleOf;
        return [.. encodings.Select(one => Fill(one, wanted, tokenOf))];
    }

    private EncodingFast Fill(EncodingFast encoding, int length, Func<int, string> tokenOf)
    {
        if (encoding.Count >= length)
        {
            return encoding;
        }
        var ids = new int[length - encoding.Count];
        Array.Fill(ids, PadId);
        var filler = EncodingFast.Added(ids, TypeId, 0, tokenOf);
        return OnLeft ? EncodingFast.Concat(filler, encoding) : EncodingFast.Concat(encoding, filler);
    }
}
