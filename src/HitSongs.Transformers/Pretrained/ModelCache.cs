namespace HitSongs.Transformers.Pretrained;

/// <summary>Where converted models lie.</summary>
public static class ModelCache
{
    /// <summary>The environment's variable that names the folder; what runs in a sandbox is told by it, and finds the models there ready to be read.</summary>
    public const string Variable = "HITSONGS_MODELS";

    /// <summary>The folder that the variable names; else artifacts/cache/models of the repository that this was built in; else one of the user's.</summary>
    public static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : Repository(AppContext.BaseDirectory) is { } artifacts ? Path.Combine(artifacts, "cache", "models")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "hitsongs", "models");

    private static string? Repository(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == "artifacts") return folder.FullName;
        }
        return null;
    }
}
