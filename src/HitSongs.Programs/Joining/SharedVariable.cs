using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>A variable of a cell that types use too: a field of a static class, which gets its value where the cell declares the variable.</summary>
internal static class SharedVariable
{
    public static bool IsConstant(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => local.IsConst,
        _ => false,
    };

    /// <summary>Whether the type of such a field can be told from what the cell says.</summary>
    public static bool CanBeField(MemberDeclarationSyntax member) => DeclarationIn(member) is { } declaration && TypeOf(declaration) is not null;

    /// <summary>The fields, as the class has them; in its cell the declaration becomes an assignment.</summary>
    public static IReadOnlyList<string> MakeFields(CellSource cell, MemberDeclarationSyntax member)
    {
        var declaration = DeclarationIn(member)!;
        var (known, first) = (TypeOf(declaration)!, declaration.Variables[0]);
        var type = known.Type is { } written ? cell.TextOf(written.Span) + known.Ranks : known.Ranks;
        var fields = declaration.Variables.Select(variable => $"{type} {cell.TextOf(variable.Identifier.Span)} = default!;").ToList();
        cell.Edits.RemoveAll(edit => edit.Start >= declaration.Type.SpanStart && edit.Start < first.SpanStart);
        cell.Edits.Add(new TextEdit(declaration.Type.SpanStart, first.SpanStart - declaration.Type.SpanStart, ""));
        cell.Edits.AddRange(declaration.Variables.GetSeparators().Select(comma => new TextEdit(comma.SpanStart, comma.Span.Length, ";")));
        cell.Edits.AddRange(declaration.Variables
            .Select(variable => variable.Initializer?.Value)
            .OfType<InitializerExpressionSyntax>()
            .Select(array => new TextEdit(array.SpanStart, 0, $"new {type.TrimEnd('?')} ")));
        return fields;
    }

    private static VariableDeclarationSyntax? DeclarationIn(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration,
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, AwaitKeyword.RawKind: 0 } local } => local.Declaration,
        _ => null,
    };

    // "var" says no type: the value may.
    private static FieldType? TypeOf(VariableDeclarationSyntax declaration) => declaration.Type switch
    {
        { IsVar: true } => declaration.Variables[0].Initializer is { } value ? TypeOf(value.Value) : null,
        RefTypeSyntax or ScopedTypeSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax => null,
        GenericNameSyntax { Identifier.ValueText: "Span" or "ReadOnlySpan" } => null,
        var type => new FieldType(type),
    };

    private static FieldType? TypeOf(ExpressionSyntax value) => value switch
    {
        ObjectCreationExpressionSyntax made => new FieldType(made.Type),
        CastExpressionSyntax cast => new FieldType(cast.Type),
        DefaultExpressionSyntax none => new FieldType(none.Type),
        ArrayCreationExpressionSyntax array => new FieldType(
            array.Type.ElementType,
            string.Concat(array.Type.RankSpecifiers.Select(rank => $"[{new string(',', rank.Rank - 1)}]"))
        ),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => TypeOf(minus.Operand),
        InterpolatedStringExpressionSyntax => new FieldType(null, "string"),
        LiteralExpressionSyntax { Token.Value: { } constant } => KeywordOf(constant) is { } keyword ? new FieldType(null, keyword) : null,
        _ => null,
    };

    private static string? KeywordOf(object constant) => constant switch
    {
        int => "int",
        uint => "uint",
        long => "long",
        ulong => "ulong",
        float => "float",
        double => "double",
        decimal => "decimal",
        bool => "bool",
        char => "char",
        string => "string",
        _ => null,
    };

    /// <param name="Type">As it was written; null where a keyword says it.</param>
    /// <param name="Ranks">What stands behind it: an array's brackets, or the keyword.</param>
    private sealed record FieldType(TypeSyntax? Type, string Ranks = "");
}
