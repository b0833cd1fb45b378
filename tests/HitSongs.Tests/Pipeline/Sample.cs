using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline;

/// <summary>The synthetic songs that are committed in data/.</summary>
internal static class Sample
{
    private static readonly Lazy<SongData> Read = new(() => SongFiles.Read(Paths));

    public static SongData Songs => Read.Value;

    public static string Folder { get; } = FindFolder();

    public static IReadOnlyList<string> Paths => [Path.Combine(Folder, "high_popularity.synthetic.csv"), Path.Combine(Folder, "low_popularity.synthetic.csv")];

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HitSongs.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), "data");
    }
}
