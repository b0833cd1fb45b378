using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace HitSongs.Tests.Architecture;

/// <summary>Folders of a project use one another in one direction: what uses what is asked of the compiler.</summary>
public sealed class FolderCycleTests
{
    private static readonly string[] ImplicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly Lazy<ILookup<string, (string From, string To)>> Uses = new(() => FindUses().Distinct().ToLookup(use => ProjectOf(use.From)));

    [TestCaseSource(nameof(Projects))]
    public void Folders_of_a_project_use_one_another_in_one_direction(string project) =>
        KnownFaults.AreAll($"cycle of folders in {project}", CyclesOf(Uses.Value[project]));

    private static IEnumerable<string> Projects() => Sources.Of("src", "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file)!);

    // A folder is in a cycle where it can be reached from itself.
    private static IEnumerable<string> CyclesOf(IEnumerable<(string From, string To)> uses)
    {
        var next = uses.ToLookup(use => use.From, use => use.To);
        return next.Select(group => group.Key).Where(folder => Reachable(folder, next).Contains(folder)).Order(StringComparer.Ordinal);
    }

    private static HashSet<string> Reachable(string folder, ILookup<string, string> next)
    {
        var (seen, open) = (new HashSet<string>(), new Stack<string>(next[folder]));
        while (open.TryPop(out var one))
        {
            if (seen.Add(one))
            {
                next[one].ToList().ForEach(open.Push);
            }
        }

        return seen;
    }

    private static List<(string From, string To)> FindUses()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var files = Sources.Product.Select(file => CSharpSyntaxTree.ParseText(Sources.Read(file), options, file)).ToList();
        var usings = CSharpSyntaxTree.ParseText(string.Concat(ImplicitUsings.Select(name => $"global using {name};")), options);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("HitSongs", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "product",
            [.. files, usings],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)
        );
        return [.. files.AsParallel().SelectMany(file => UsesOf(file, compilation.GetSemanticModel(file)).Distinct().ToList())];
    }

    private static IEnumerable<(string From, string To)> UsesOf(SyntaxTree file, SemanticModel model) =>
        from name in file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol
        where symbol is not (null or INamespaceSymbol or ILocalSymbol or IParameterSymbol)
        let used = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition)
            .Locations.FirstOrDefault(place => place.IsInSource)
            ?.SourceTree!.FilePath
        where used is { Length: > 0 }
        let pair = (From: Sources.RoomOf(file.FilePath), To: Sources.RoomOf(used))
        where pair.From != pair.To && ProjectOf(pair.From) == ProjectOf(pair.To)
        select pair;

    private static string ProjectOf(string room) => room.Split('/')[0];
}
