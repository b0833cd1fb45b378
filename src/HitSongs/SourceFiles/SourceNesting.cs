namespace HitSongs.SourceFiles;

/// <summary>The nesting of C# source, measured by its characters: the compiler's parser calls itself for each level and would end the process.</summary>
/// <remarks>Brackets in texts and comments count too: nobody who writes to be read comes near the bounds.</remarks>
internal static class SourceNesting
{
    /// <summary>The words for it, after "it is".</summary>
    public const string TooDeep = "nested too deep to be read";

    /// <summary>Brackets and angles that may be open at one place.</summary>
    private const int MostOpen = 500;

    /// <summary>Signs of operators that may lie in one another, as in <c>a = b ? c : -d</c>.</summary>
    private const int MostSigns = 20_000;

    /// <summary>Whether the source must not be given to a parser.</summary>
    public static bool IsTooDeep(string code)
    {
        var (above, here, signs) = (new Stack<Level>(), default(Level), 0);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '(' or '[' or '{':
                    above.Push(here);
                    here = here with { Signs = 0 };
                    break;
                case ')' or ']' or '}':
                    signs -= here.Signs;
                    here = above.TryPop(out var outer) ? outer : default;
                    break;
                case '<':
                    here = here with { Angles = here.Angles + 1, Signs = here.Signs + 1 };
                    signs++;
                    break;
                case '>':
                    here = here with { Angles = Math.Max(0, here.Angles - 1), Signs = here.Signs + 1 };
                    signs++;
                    break;
                case '+' or '-' or '!' or '~' or '?' or ':' or '=' or '&' or '|' or '^' or '*' or '/' or '%' or '$' or '@' or '#':
                    here = here with { Signs = here.Signs + 1 };
                    signs++;
                    break;
            }

            // A statement or an element of a list ends here, unless `else` goes on with it.
            if (code[i] is ',' or ';' or '}' && !GoesOn(code, i + 1))
            {
                signs -= here.Signs;
                here = new Level(0, code[i] == ',' ? here.Angles : above.TryPeek(out var outer) ? outer.Angles : 0);
            }

            if (above.Count + here.Angles > MostOpen || signs > MostSigns)
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesOn(string code, int at) => code.AsSpan(at).TrimStart().StartsWith("else", StringComparison.Ordinal);

    /// <summary>The state at one place: signs since the statement or element began, angles since the statement began.</summary>
    private readonly record struct Level(int Signs, int Angles);
}
