namespace HitSongs.Grading.Prose;

/// <summary>Text of a Markdown document, and lines that are not read.</summary>
/// <param name="Blocks">In the order of the document.</param>
/// <param name="IsCode">For each line whether it is code, HTML or a formula.</param>
/// <param name="LeftOut">Lines that no block has, and why.</param>
internal sealed record MarkdownReading(IReadOnlyList<TextBlock> Blocks, bool[] IsCode, IReadOnlyList<LeftOut> LeftOut);
