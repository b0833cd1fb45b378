using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Helpers of .NET Interactive for showing values in every cell: a program prints them.</summary>
internal static class KernelHelpers
{
    public const string Html = "HTML";
    public const string Using = $"using static {Name};";

    private const string Name = "NotebookDisplay";

    private static readonly (string Name, bool IsMethod, string Code)[] All =
    [
        ("display", false, "public static void display(object? value, params string[] mimeTypes) => Console.WriteLine(value);"),
        (Html, false, "public static string HTML(string content) => content;"),
        ("Javascript", false, "public static void Javascript(string content) => Console.WriteLine(content);"),
        ("CSS", false, "public static void CSS(string content) => Console.WriteLine(content);"),
        ("Display", true, "public static void Display(this object? value, params string[] mimeTypes) => Console.WriteLine(value);"),
        ("DisplayAs", true, "public static void DisplayAs(this object? value, string mimeType) => Console.WriteLine(value);"),
        ("DisplayTable", true, "public static void DisplayTable(this object? value) => Console.WriteLine(value);"),
        ("ToDisplayString", true, "public static string ToDisplayString(this object? value, string mimeType = \"\") => $\"{value}\";"),
    ];

    /// <summary>Whether a `using` directive opens what the kernel alone has.</summary>
    public static bool IsUsing(string directive) =>
        UsingDirectives.Plain(directive).Replace(" ", "", StringComparison.Ordinal)
            is var plain
        && (plain.StartsWith("usingMicrosoft.DotNet.Interactive", StringComparison.Ordinal)
            || plain.StartsWith("usingstaticMicrosoft.DotNet.Interactive", StringComparison.Ordinal));

    /// <summary>A class with those that cells use and do not declare themselves; null where they use none.</summary>
    public static string? ClassFor(IReadOnlyList<CellSource> cells)
    {
        var own = cells.SelectMany(cell => cell.Declared).Select(name => name.Token.ValueText).ToHashSet(StringComparer.Ordinal);
        var called = cells
            .SelectMany(cell => cell.Members)
            .SelectMany(member => member.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Select(call => call.Expression switch
            {
                IdentifierNameSyntax function => (function.Identifier.ValueText, false),
                MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, true),
                MemberBindingExpressionSyntax access => (access.Name.Identifier.ValueText, true),
                _ => ("", false),
            })
            .ToHashSet();
        var used = All.Where(helper => called.Contains((helper.Name, helper.IsMethod)) && !own.Contains(helper.Name))
            .Select(helper => $"    {helper.Code}")
            .ToList();
        return used.Count == 0 ? null : $"static class {Name} // as the notebook has it\n{{\n{string.Join('\n', used)}\n}}";
    }
}
