using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Compiling;

namespace HitSongs.Collecting.Compile;

/// <summary>Programs that were compiled before, by all that goes into them: the same source gives the same assembly.</summary>
/// <param name="folder">May be deleted at any time.</param>
internal sealed class CompiledPrograms(string folder)
{
    // A cohort of a hundred submissions with forty programs each; about 20 kB a program.
    private const int MostKept = 4000;

    /// <summary>Copies the program of some input into a folder of its own; null where it was not compiled before.</summary>
    public string? Find(CompilerInput input, string target)
    {
        var kept = PathOf(input);
        if (!File.Exists(kept))
        {
            return null;
        }

        try
        {
            // A copy in a folder of its own: a program that runs sees its folder, and no other program.
            var program = Path.Combine(Directory.CreateDirectory(target).FullName, "program.dll");
            File.Copy(kept, program);
            File.SetLastWriteTimeUtc(kept, DateTime.UtcNow);
            return program;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // taken away meanwhile: compiled anew
        }
    }

    /// <summary>Keeps what was compiled; those that were not asked for longest are taken away.</summary>
    public void Keep(CompilerInput input, string program)
    {
        CacheFile.Try(PathOf(input), File.ReadAllBytes(program));
        var kept = new DirectoryInfo(folder) is { Exists: true } known ? known.GetFiles("*.dll") : [];
        foreach (var old in kept.Length > MostKept ? kept.OrderBy(file => file.LastWriteTimeUtc).Take(kept.Length / 4) : [])
        {
            Forget(old);
        }
    }

    private static void Forget(FileInfo old)
    {
        try
        {
            old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process has it, or has taken it away.
        }
    }

    private string PathOf(CompilerInput input)
    {
        string[] parts =
        [
            input.Source, input.Target, $"{input.Optimized}", VersionOf(input.References), .. input.Shared.Select(File.ReadAllText), VersionOfCompiler(),
        ];
        var text = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}.dll");
    }

    /// <summary>Version that tells whether a source becomes the same program.</summary>
    public static string VersionOfCompiler()
    {
        var (asks, answers) = (typeof(CompilerHosts).Module.ModuleVersionId, typeof(CompilerHost).Module.ModuleVersionId);
        return $"{DotnetInstallation.Framework} {DotnetInstallation.Compiler} {asks} {answers}";
    }

    /// <summary>Versions of assemblies, to detect changes.</summary>
    public static string VersionOf(IEnumerable<string> references) =>
        string.Join(' ', references.Select(path => AssemblyLoadContext.GetAssemblyName(path).FullName + File.GetLastWriteTimeUtc(path).Ticks));
}
