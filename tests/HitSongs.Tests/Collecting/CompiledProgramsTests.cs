using HitSongs.Collecting.Compile;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

public sealed class CompiledProgramsTests
{
    private static readonly CompilerInput Input = new("return;", "exe", []);

    private TemporaryFolder folder = null!;
    private CompiledPrograms programs = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TemporaryFolder();
        programs = new CompiledPrograms(Path.Combine(folder.Path, "programs"));
        File.WriteAllText(Path.Combine(folder.Path, "compiled.dll"), "an assembly");
        programs.Keep(Input, Path.Combine(folder.Path, "compiled.dll"));
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void What_was_compiled_before_is_found_as_a_copy_in_a_folder_of_its_own()
    {
        var found = programs.Find(Input, Path.Combine(folder.Path, "one"));

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(found!), Is.EqualTo("an assembly"));
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(found)!), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public void Another_source_target_or_level_of_optimization_is_another_program()
    {
        CompilerInput[] others =
        [
            Input with { Source = "return ;" }, Input with { Target = "library" }, Input with { Optimized = false },
            Input with { References = [typeof(CompiledPrograms).Assembly.Location] },
        ];

        Assert.That(others.Select((other, i) => programs.Find(other, Path.Combine(folder.Path, $"{i}"))), Has.All.Null);
    }
}
