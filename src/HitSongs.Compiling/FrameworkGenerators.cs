using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HitSongs.Compiling;

/// <summary>The source generators of regular expressions and of JSON that come with .NET, which `dotnet build` runs as well.</summary>
internal static class FrameworkGenerators
{
    /// <summary>Attributes they look for. A source without any is not given to them: loading them takes longer than compiling it.</summary>
    private static readonly string[] Attributes = ["GeneratedRegex", "JsonSerializable"];

    /// <summary>The compilation with what they add.</summary>
    /// <param name="paths">Of their assemblies.</param>
    public static Compilation Run(CSharpCompilation compilation, CompileRequest request, CSharpParseOptions options, IReadOnlyList<string> paths)
    {
        if (!request.Sources.Any(source => Attributes.Any(name => source.Text.Contains(name, StringComparison.Ordinal))))
        {
            return compilation;
        }

        var driver = CSharpGeneratorDriver.Create(paths.SelectMany(Load), parseOptions: options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var added, out _);
        return added;
    }

    private static IEnumerable<ISourceGenerator> Load(string path) => TypesOf(AssemblyLoadContext.Default.LoadFromAssemblyPath(path))
        .Where(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type) && type.IsDefined(typeof(GeneratorAttribute), inherit: false))
        .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type, nonPublic: true)!).AsSourceGenerator());

    /// <summary>Those that can be loaded: beside a generator may lie what mends sources in an editor, of which the compiler has no part.</summary>
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}
