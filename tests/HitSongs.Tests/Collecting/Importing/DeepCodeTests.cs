using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>C# cells that are nested so deep that the compiler's parser would end the process.</summary>
internal sealed class DeepCodeTests
{
    private const string Program = "answers/evaluation/pytorch/3-backpropagation/demonstration.cs";

    private static readonly TestCaseData[] Deep =
    [
        Case("Brackets", $"var x = {Repeat("(", 20_000)}1{Repeat(")", 20_000)};"),
        Case("Braces", Repeat("{", 20_000)),
        Case("Generic types", $"{Repeat("A<int, ", 20_000)}int{Repeat(">", 20_000)} x;"),
        Case("Tuples", $"{Repeat("(int, ", 20_000)}int{Repeat(")", 20_000)} x;"),
        Case("Interpolated texts", $"var s = {Repeat("$\"{", 20_000)}1{Repeat("}\"", 20_000)};"),
        Case("Signs", $"var x = {Repeat("- ", 50_000)}1;"),
        Case("Sums", $"var x = 1{Repeat("+1", 50_000)};"),
        Case("Conditions", $"var x = {Repeat("a?b:", 50_000)}1;"),
    ];

    [TestCaseSource(nameof(Deep))]
    public void Code_that_is_nested_too_deep_is_quoted_and_said(string code)
    {
        var imported = ForeignNotebook.Demonstration(code, "var y = 2;");

        Assert.That(imported.Losses(), Is.EqualTo([$"kept as a quotation, not run: cell 2 cannot be joined to {Program}: it is nested too deep to be read"]));
        Assert.That(imported.Program("pytorch/3-backpropagation"), Is.EqualTo("var y = 2;"));
        Assert.That(imported.Answer("pytorch/3-backpropagation"), Does.Contain("```csharp\n"));
    }

    [TestCase("if(a){}else ")]
    [TestCase("if(a)")]
    [TestCase("await ")]
    [TestCase("(int)")]
    public void Statements_in_each_other_without_end_do_not_end_the_import(string start) =>
        Assert.That(ForeignNotebook.Demonstration($"var a = false;\n{Repeat(start, 20_000)};").Losses(), Is.Not.Empty);

    [Test]
    public void Code_in_many_brackets_that_the_compiler_takes_becomes_a_program() =>
        Assert.That(ForeignNotebook.Demonstration($"var x = {Repeat("(", 150)}1{Repeat(")", 150)};").Losses(), Is.Empty);

    [Test]
    public void A_long_table_of_numbers_and_comparisons_is_not_taken_for_nesting() =>
        Assert.That(
            ForeignNotebook.Demonstration(
                $"double[] x = [{string.Join(", ", Enumerable.Repeat("-1.0 * +2", 9_000))}];\n{Repeat("if (1 < x[0]) { } else if (x[1] < 2) x[0] = 1;\n", 900)}"
            ).Losses(),
            Is.Empty
        );

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static TestCaseData Case(string name, string code) => new(code) { TestName = $"{name} that are nested too deep are quoted and said" };
}
