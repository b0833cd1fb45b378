namespace HitSongs.Tests.Transformers.Tokenizers.Oracles;

/// <summary>Why a text may get other tokens here than elsewhere.</summary>
internal static class KnownDifference
{
    /// <summary>The reason in a few words; null where there is none.</summary>
    public static string? Reason(string text) => text.Length < 0 ? "" : null;
}
