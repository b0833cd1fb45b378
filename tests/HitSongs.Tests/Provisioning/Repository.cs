namespace HitSongs.Tests.Provisioning;

internal static class Repository
{
    /// <summary>The folder with the solution, above the one that the tests run in.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "HitSongs.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
