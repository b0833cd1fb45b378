using Markdig;
using Markdig.Syntax;

namespace HitSongs.Grading.Prose;

/// <summary>Markdown's blocks without what stands in them: where they begin and end is all that is needed, and emphasis and brackets may be nested as deep
/// as anybody likes.</summary>
internal static class BlockPipeline
{
    public static MarkdownPipeline Create()
    {
        var builder = new MarkdownPipelineBuilder();
        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += (_, block) =>
            {
                if (block is LeafBlock leaf)
                {
                    leaf.ProcessInlines = false;
                }
            };
        }

        return builder.Build();
    }
}
