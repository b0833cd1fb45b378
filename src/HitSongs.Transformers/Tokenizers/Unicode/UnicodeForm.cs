namespace HitSongs.Transformers.Tokenizers.Unicode;

internal enum UnicodeForm
{
    NFC,
    NFD,
    NFKC,
    NFKD,
}
