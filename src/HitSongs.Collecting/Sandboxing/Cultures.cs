namespace HitSongs.Collecting.Sandboxing;

/// <summary>The cultures that sandboxed programs find. Their data is ICU's; without it .NET does not start unless it is told so.</summary>
internal static class Cultures
{
    private static readonly string[] LibraryFolders = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib"];

    /// <summary>Without ICU every name of a culture still works, with the invariant culture's forms.</summary>
    public static IEnumerable<(string Name, string Value)> Environment { get; } = HasIcu()
        ? []
        : [("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), ("DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY", "0")];

    private static bool HasIcu() =>
        OperatingSystem.IsMacOS()
        || LibraryFolders.Concat(OfMachine()).Where(Directory.Exists).Any(folder => Directory.EnumerateFiles(folder, "libicuuc.so.*").Any());

    /// <summary>Debian's folders are named after the machine: x86_64-linux-gnu.</summary>
    private static IEnumerable<string> OfMachine() => Directory.Exists("/usr/lib") ? Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu") : [];
}
