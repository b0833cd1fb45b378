using HitSongs.Pipeline.Models.Average;
using HitSongs.Pipeline.Models.KernelRegression;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Linear;

namespace HitSongs.Pipeline.Models.Recipes;

/// <summary>The models that can be named.</summary>
public static class ModelRecipes
{
    /// <summary>By name: what each is, in a few words, and its recipe with default settings.</summary>
    public static IReadOnlyDictionary<string, (string Description, ModelRecipe Recipe)> All { get; } =
        new SortedDictionary<string, (string, ModelRecipe)>(StringComparer.Ordinal)
        {
            ["mean"] = ("mean popularity and share of hits", new MeanRecipe()),
            ["linear"] = ("logistic and ridge regression", new LinearRecipe()),
            ["lightgbm"] = ("gradient-boosted trees", new LightGbmRecipe()),
            ["kernel"] = ("kernel regression, a Gaussian process's mean, on 5000 songs at most", new KernelRecipe()),
            ["average"] = ("lightgbm and kernel together, averaged on log odds", new AverageRecipe()),
        };
}
