using HitSongs.Cli.Collecting;
using HitSongs.Cli.Sandboxing;
using NUnit.Framework;

namespace HitSongs.Tests.LibTorch.Surface;

/// <summary>The way back to the package stays open: outside src/LibTorch nothing is used that TorchSharp does not have.</summary>
public sealed class OnlyTorchSharpMembersTests
{
    // The list has the public members; a module of one's own calls this protected one.
    private const string Protected = "RegisterComponents";

    private static readonly string[] assemblies = ["HitSongs.Demonstrations.dll", "HitSongs.Pipeline.dll", "HitSongs.Transformers.dll", "hitsongs.dll"];

    [TestCaseSource(nameof(assemblies))]
    public void OnlyTorchSharpMembersAreUsed(string assembly) => RefuseUnknown(Path.Combine(TestContext.CurrentContext.TestDirectory, assembly));

    [TestCaseSource(nameof(Programs))]
    public async Task OnlyTorchSharpMembersAreUsedByPrograms(string program)
    {
        if (ReferenceSurface.Find(TestContext.CurrentContext.TestDirectory) is null) Assert.Ignore("TorchSharp's list of members is not here");
        var root = Root();
        var folder = Directory.CreateTempSubdirectory("members-").FullName;
        try
        {
            var isExpectation = program.StartsWith("rubric", StringComparison.Ordinal);
            var (target, references) = isExpectation ? ("library", References.OfExpectations) : ("exe", References.OfSubmissions);
            var shared = isExpectation ? ExpectationLoader.SharedSources(Path.Combine(root, "rubric")).Where(file => !file.EndsWith(program, StringComparison.Ordinal)).ToList() : [];
            var compiled = await new Compiler(new ProcessSandbox()).CompileAsync(await File.ReadAllTextAsync(Path.Combine(root, program)), target, references, folder, default, shared);
            Assert.That(compiled.Program, Is.Not.Null, compiled.Error);
            RefuseUnknown(compiled.Program!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void What_TorchSharp_lacks_is_found()
    {
        var known = Known();
        Assert.That(Unknown([("torch.Tensor", "backward"), ("torch.Tensor", null), ("torch", "no_grad"), ("TorchSharp.Modules.Linear", "weight")], known), Is.Empty);
        Assert.That(Unknown([("torch.Tensor", "grad_fn"), ("torch.nothing", null)], known), Is.EqualTo(new[] { "torch.Tensor.grad_fn", "torch.nothing" }));
    }

    private static void RefuseUnknown(string assembly)
    {
        var used = UsedMembers.Of(assembly);
        TestContext.Out.WriteLine($"{Path.GetFileName(assembly)} uses {used.Count} types and members of TorchSharp");
        Assert.That(Unknown(used, Known()), Is.Empty, "not in TorchSharp, so that the package could not take src/LibTorch's place");
    }

    /// <summary>Names by type; a member may be declared by another type than in TorchSharp (a base class), so that any type's will do.</summary>
    private static IEnumerable<string> Unknown(IEnumerable<(string type, string? member)> used, (HashSet<string> types, HashSet<string> members) known) =>
        from use in used
        where !known.types.Contains(use.type) || (use.member is not null && !known.members.Contains(use.member))
        select use.member is null ? use.type : $"{use.type}.{use.member}";

    private static (HashSet<string> types, HashSet<string> members) Known()
    {
        if (ReferenceSurface.Find(TestContext.CurrentContext.TestDirectory) is not { } file)
        {
            Assert.Ignore("TorchSharp's list of members (shared/reference/torchsharp-public-api.txt, beside the repository) is not here");
            return default;
        }
        var members = ReferenceSurface.Parse(File.ReadLines(file));
        var types = File.ReadLines(file).Where(line => !line.StartsWith(' ') && !line.StartsWith('#')).Select(line => line.Replace("abstract class", "class"))
            .Select(line => line.Split(' ', 2)[1].Split(" : ")[0]);
        // Functions such as get_rng_state read like a property's.
        return ([.. types.Concat(members.Select(member => member.Owner)).Select(Plain)], [.. members.Select(Member).SelectMany(name => new[] { name, UsedMembers.Plain(name) }), Protected]);
    }

    // Type arguments are not part of the name.
    private static string Plain(string type)
    {
        while (type.LastIndexOf('<') is var start and >= 0) type = type.Remove(start, type.IndexOf('>', start) - start + 1);
        return type.Trim();
    }

    private static string Member(ReferenceMember member) => member.Text[(member.Owner.Length + 1)..].Split('(', '[', '<', ' ', ':')[0];

    private static IEnumerable<string> Programs() =>
        new[] { "answers", "rubric" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories)).Select(file => Path.GetRelativePath(Root(), file)).Order(StringComparer.Ordinal);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HitSongs.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
