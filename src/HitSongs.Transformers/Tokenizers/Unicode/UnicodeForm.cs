namespace HitSongs.Transformers.Tokenizers;

internal enum UnicodeForm
{
    NFC,
    NFD,
    NFKC,
    NFKD,
}
