namespace HitSongs.Transformers.Pretrained;

/// <summary>Pretrained models by name. Their weights come from packages; a model is converted when it is first needed and then lies in the cache.</summary>
public static class PretrainedModels
{
    private static readonly Dictionary<string, Action<string>> conversions = new(StringComparer.OrdinalIgnoreCase)
    {
        [MiniLM.Name] = MiniLM.Convert,
    };

    private static readonly Dictionary<string, string> shortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["minilm"] = MiniLM.Name,
        ["all-MiniLM-L6-v2"] = MiniLM.Name,
    };

    // What the files of folders looked like when their digests held: reading 90 MB again each time is not needed.
    private static readonly Dictionary<string, string> held = new(StringComparer.Ordinal);
    private static readonly Lock converting = new();

    /// <summary>The names that <see cref="Folder"/> takes.</summary>
    public static IReadOnlyCollection<string> Names => [.. conversions.Keys, .. shortNames.Keys];

    /// <summary>The folder of a model, made where it is missing or damaged. A damaged file is noticed by its digest.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <exception cref="InvalidInputException">No model has the name, its package is missing, or the folder cannot be written.</exception>
    public static string Folder(string name)
    {
        var full = shortNames.GetValueOrDefault(name, name);
        if (!conversions.TryGetValue(full, out var convert))
        {
            throw new InvalidInputException(
                name,
                null,
                "no pretrained model has this name",
                $"Choose one of {string.Join(", ", shortNames.Keys)}, or name a folder"
            );
        }
        var folder = Path.Combine(ModelCache.Folder, full);
        lock (converting)
        {
            if (held.GetValueOrDefault(folder) == Look(folder)) return folder;
            if (!Digests.Hold(folder)) Make(folder, convert);
            held[folder] = Look(folder);
        }
        return folder;
    }

    /// <summary>Resolves a folder on this machine, or else the name of a model here, for from_pretrained.</summary>
    internal static string Resolve(string folderOrName)
    {
        ArgumentNullException.ThrowIfNull(folderOrName);
        return !Directory.Exists(folderOrName) && Names.Contains(folderOrName, StringComparer.OrdinalIgnoreCase) ? Folder(folderOrName) : folderOrName;
    }

    /// <summary>Names of model folders in messages: those of the cache by the model's name, whatever machine they lie on.</summary>
    internal static string Shown(string folder) =>
        folder.StartsWith(ModelCache.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Path.GetRelativePath(ModelCache.Folder, folder) : folder;

    private static string Look(string folder) =>
        !Directory.Exists(folder)
            ? "none"
            : string.Join(
                '|',
                new DirectoryInfo(folder)
                    .GetFiles()
                    .OrderBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")
            );

    private static void Make(string folder, Action<string> convert)
    {
        var unfinished = $"{folder}.{Guid.NewGuid():N}.unfinished";
        try
        {
            Directory.CreateDirectory(unfinished);
            convert(unfinished);
            Digests.Write(unfinished);
            TakePlace(unfinished, folder);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(
                folder,
                null,
                $"the model could not be written: {wrong.Message}",
                $"Make room, or name another folder in {ModelCache.Variable}",
                wrong
            );
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }
    }

    // Another process may have been faster: what it made is as good. What is there and damaged goes first.
    private static void TakePlace(string unfinished, string folder)
    {
        if (Directory.Exists(folder) && !Digests.Hold(folder)) Directory.Delete(folder, recursive: true);
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Digests.Hold(folder))
        {
        }
    }
}
