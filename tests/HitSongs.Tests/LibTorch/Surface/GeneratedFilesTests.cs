using System.Runtime.InteropServices;
using NUnit.Framework;
using TorchSharp;
using TorchSharp.Generation;

namespace HitSongs.Tests.LibTorch.Surface;

public sealed class GeneratedFilesTests
{
    private static readonly string Schemas = Text();

    private static IEnumerable<string> Families => Generator.Families.Keys;

    [TestCaseSource(nameof(Families))]
    public void The_files_made_from_a_table_are_what_the_generator_writes_now(string family) => Compare(Generator.Run(family), Committed());

    [Test]
    public void The_files_made_from_the_operators_are_what_the_generator_writes_now()
    {
        var committed = Committed();
        if (!committed["Aten.g.cs"].StartsWith(OperatorFamily.Header(torch.__version__), StringComparison.Ordinal))
        {
            Assert.Ignore($"the files were made for another libtorch than {torch.__version__}");
            return;
        }
        Compare(OperatorFamily.Run(torch.__version__, Schemas, OperatorFamily.Rules), committed);
    }

    [Test]
    public void Every_generated_file_is_one_that_the_generator_writes()
    {
        var made = Generator.Families.Keys.SelectMany(Generator.Run).Concat(OperatorFamily.Run("1", Schemas, OperatorFamily.Rules)).Select(file => file.Key);
        Assert.That(Committed().Keys, Is.EquivalentTo(made));
    }

    [Test]
    public void A_family_that_is_not_there_is_refused() =>
        Assert.That(() => Generator.Run("absent"), Throws.TypeOf<KeyNotFoundException>().Or.TypeOf<InvalidDataException>());

    [TestCase("abs", "Tensor", "public Tensor abs() => Aten.abs.Unary(this);")]
    [TestCase("left: add.Tensor(Tensor target|right)", "torch", "public static Tensor add(Tensor left, Tensor right) => NotNull(left).add(right);")]
    [TestCase("M: tril*(long diagonal = 0)", "Tensor", "public Tensor tril_(long diagonal = 0) => Aten.tril_.InPlace(this, this, diagonal);")]
    [TestCase("max.dim(long dim, bool keepdim = false) -> (values, indexes)", "Tensor", "public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.max_dim.CallTwo(this, dim, keepdim);")]
    public void A_rule_becomes_a_method_and_a_function(string rule, string file, string line) =>
        Assert.That(OperatorFamily.Run("1", Schemas, [rule])[file + ".g.cs"], Does.Contain(line));

    [TestCase("absent", "there is no operator absent")]
    [TestCase("abs(string text)", "fits none of")]
    [TestCase("abs.Wrong", "there is no operator abs.Wrong")]
    public void A_rule_that_fits_no_operator_is_told_with_its_line(string rule, string problem) =>
        Assert.That(() => OperatorFamily.Run("1", Schemas, [rule]), Throws.TypeOf<InvalidDataException>().With.Message.Contains(problem).And.Message.StartsWith(rule));

    private static Dictionary<string, string> Committed() =>
        Directory.GetFiles(Path.Combine(LibTorchSource.Folder(), "Generated"), "*.g.cs").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    private static void Compare(IReadOnlyDictionary<string, string> made, Dictionary<string, string> committed)
    {
        Assert.That(made, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var (name, text) in made)
            {
                Assert.That(committed.GetValueOrDefault(name) == text, $"{name} is stale. Mend: dotnet run --project src/LibTorch/generator");
            }
        });
    }

    private static unsafe string Text() => Marshal.PtrToStringUTF8((nint)Native.ts_schemas())!;
}
