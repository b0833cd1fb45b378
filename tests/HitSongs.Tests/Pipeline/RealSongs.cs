using NUnit.Framework;

namespace HitSongs.Tests.Pipeline;

/// <summary>The real Spotify Music Dataset, which is not in the repository. Tests that need it are skipped where it is absent.</summary>
internal static class RealSongs
{
    private const string Variable = "HITSONGS_REAL_SONGS";

    private static readonly string[] Names = ["high_popularity_spotify_data.csv", "low_popularity_spotify_data.csv"];

    public static IReadOnlyList<string> Paths()
    {
        var folder = Candidates().FirstOrDefault(candidate => Names.All(name => File.Exists(Path.Combine(candidate, name))));
        if (folder is null)
            Assert.Ignore($"The real songs are not here: put {string.Join(" and ", Names)} into a folder and name it in {Variable}.");
        return Names.Select(name => Path.Combine(folder!, name)).ToList();
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            yield return named;
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared", "data", "spotify-music");
    }
}
