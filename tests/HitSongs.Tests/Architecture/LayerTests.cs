using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace HitSongs.Tests.Architecture;

/// <summary>Folders of a project use those below them in <c>layers.txt</c>, and none above: what uses what is asked of the compiler.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LayerTests
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

    private static readonly string[] Layers =
    [
        .. Sources.Read("tests/HitSongs.Tests/Architecture/layers.txt").Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line is not ("" or ['#', ..])),
    ];

    [Test]
    public void Every_folder_has_its_place_in_the_list() => Assert.That(Layers, Is.EquivalentTo(Sources.Product.Select(Sources.RoomOf).Distinct()));

    [Test]
    public void No_folder_uses_one_above_it()
    {
        var places = Layers.Index().ToDictionary(layer => layer.Item, layer => layer.Index, StringComparer.Ordinal);
        Assert.That(FindUses().Distinct().Where(use => places[use.From] < places[use.To]).Select(use => $"{use.From} uses {use.To}"), Is.Empty);
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
