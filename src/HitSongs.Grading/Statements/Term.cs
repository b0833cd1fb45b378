using System.Runtime.InteropServices;

namespace HitSongs.Grading;

/// <summary>A word, or several that mean one thing, as statements are compared by it.</summary>
/// <param name="Id">The same for all synonyms; −1 for what no statement of the rubric uses.</param>
/// <param name="Token">Index of its first word.</param>
/// <param name="IsDenied">Whether a negation reaches it.</param>
/// <param name="AfterCut">Whether punctuation that ends a thought stands before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(int Id, int Token, int Sentence, int Block, bool IsDenied, bool AfterCut)
{
    /// <summary>The same for all synonyms that are as denied as this; for none that is unknown.</summary>
    public int Key => (Id * 2) + (IsDenied ? 1 : 0);
}
