namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Where nothing tells songs apart, no tree has a split.</summary>
internal static class OneLeafTrees
{
    /// <summary>Trains; null where the trees would have one leaf of 0 each, as of identical songs of which half are hits: Microsoft.ML 5.0.1 cannot build
    /// such a tree.</summary>
    public static T? Unless<T>(Func<T> train)
        where T : class
    {
        try
        {
            return train();
        }
        catch (ArgumentNullException e) when (e.ParamName == "items")
        {
            return null;
        }
    }
}
