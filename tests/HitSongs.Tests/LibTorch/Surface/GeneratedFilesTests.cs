using System.Runtime.InteropServices;
using NUnit.Framework;
using TorchSharp;
using TorchSharp.Generation;

namespace HitSongs.Tests.LibTorch.Surface;

public sealed class GeneratedFilesTests
{
    private static readonly string Schemas = Text();

    [Test]
    public void The_generated_files_are_what_the_generator_writes_now()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HitSongs.sln"))) folder = folder.Parent;
        if (folder is null)
        {
            Assert.Ignore("the source is not here");
            return;
        }
        var generated = Path.Combine(folder.FullName, "src", "LibTorch", "Generated");
        var committed = Directory.GetFiles(generated, "*.g.cs").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        if (!committed.Values.All(text => text.StartsWith(Generator.Header(torch.__version__), StringComparison.Ordinal)))
        {
            Assert.Ignore($"the files were made for another libtorch than {torch.__version__}");
            return;
        }
        var made = Generator.Run(torch.__version__, Schemas, Generator.Rules);
        Assert.That(committed.Keys, Is.EquivalentTo(made.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (name, text) in made) Assert.That(committed[name] == text, $"{name} is stale. Mend: dotnet run --project src/LibTorch/generator");
        });
    }

    [TestCase("abs", "Tensor", "public Tensor abs() => Aten.abs.Unary(this);")]
    [TestCase("left: add.Tensor(Tensor target|right)", "torch", "public static Tensor add(Tensor left, Tensor right) => NotNull(left).add(right);")]
    [TestCase("M: tril*(long diagonal = 0)", "Tensor", "public Tensor tril_(long diagonal = 0) => Aten.tril_.InPlace(this, this, diagonal);")]
    [TestCase("max.dim(long dim, bool keepdim = false) -> (values, indexes)", "Tensor", "public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.max_dim.CallTwo(this, dim, keepdim);")]
    public void A_rule_becomes_a_method_and_a_function(string rule, string file, string line) =>
        Assert.That(Generator.Run("1", Schemas, [rule])[file + ".g.cs"], Does.Contain(line));

    [TestCase("absent", "there is no operator absent")]
    [TestCase("abs(string text)", "fits none of")]
    [TestCase("abs.Wrong", "there is no operator abs.Wrong")]
    public void A_rule_that_fits_no_operator_is_told_with_its_line(string rule, string problem) =>
        Assert.That(() => Generator.Run("1", Schemas, [rule]), Throws.TypeOf<InvalidDataException>().With.Message.Contains(problem).And.Message.StartsWith(rule));

    private static unsafe string Text() => Marshal.PtrToStringUTF8((nint)Native.ts_schemas())!;
}
