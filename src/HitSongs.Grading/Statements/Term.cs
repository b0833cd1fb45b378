using System.Runtime.InteropServices;

namespace HitSongs.Grading.Statements;

/// <summary>A word, or several that mean one thing, as statements are compared by it.</summary>
/// <param name="Id">The same for all synonyms, and for what means the contrary; −1 for what no statement of the rubric uses.</param>
/// <param name="Token">Index of its first word.</param>
/// <param name="IsReversed">Whether a negation reaches it, or it means the contrary; not where both.</param>
/// <param name="AfterCut">Whether punctuation that ends a thought stands before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(int Id, int Token, int Sentence, int Block, bool IsReversed, bool AfterCut);
