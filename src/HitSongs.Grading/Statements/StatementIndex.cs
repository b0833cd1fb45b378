namespace HitSongs.Grading.Statements;

/// <summary>Finds how like each of some statements is to a passage, by the features that they share.</summary>
internal sealed class StatementIndex
{
    private readonly List<(int Statement, double Value)>?[] byFeature;
    private readonly int count;

    /// <param name="statements">Their vectors, in their order.</param>
    /// <param name="features">How many features there are.</param>
    public StatementIndex(IEnumerable<FeatureVector> statements, int features)
    {
        byFeature = new List<(int, double)>?[features];
        foreach (var statement in statements)
        {
            for (var i = 0; i < statement.Indices.Length; i++)
            {
                (byFeature[statement.Indices[i]] ??= []).Add((count, statement.Values[i]));
            }

            count++;
        }
    }

    /// <summary>For each statement the cosine of the angle between it and the passage, from −1 to 1; nearer to 0 where the passage has unknown words.</summary>
    public double[] CosinesWith(FeatureVector passage)
    {
        var cosines = new double[count];
        for (var i = 0; i < passage.Indices.Length; i++)
        {
            foreach (var (statement, value) in byFeature[passage.Indices[i]] ?? [])
            {
                cosines[statement] += value * passage.Values[i];
            }
        }

        return cosines;
    }
}
