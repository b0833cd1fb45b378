using System.Buffers;

namespace HitSongs.Grading.Excerpts;

/// <summary>Decides what an author states, before it is read what that says: first of the whole answer, then of each sentence.</summary>
internal static class ScopeReader
{
    private const int MostWordsOfVerdict = 24;
    private const int FirstUnits = 2;
    private const int MinimalBefore = 12;
    private const int FewestUnitsOfWish = 3;
    private const double ShareOfWish = 0.6;

    private static readonly SearchValues<char> Cuts = SearchValues.Create(",;:\u2014\u2013(");

    // Log-odds: who states something must not lose it to a turn of phrase, so that what is learnt must be sure.
    private const double LeastOddsOfUnstated = 2;
    private const double LeastOddsOfRejection = 3;
    private const double LeastOddsOfJumbled = 3;
    private const double MostOddsOfNoRejection = -9;
    private const double MostOddsOfStated = -3;

    public static bool IsUnstated(ScopeReading reading) => reading.Unstated > LeastOddsOfUnstated || reading.Jumbled > LeastOddsOfJumbled;

    /// <param name="witness">What has been learnt of a unit's text; null for what nothing is known of.</param>
    public static UnitScope[] Read(IReadOnlyList<Unit> units, ScopeWitness witness)
    {
        // One sentence of what would be is part of an explanation; a text of them is a wish.
        if (units.Count >= FewestUnitsOfWish && units.Count(unit => ScopeCues.IsConditional(unit.Text)) >= ShareOfWish * units.Count)
        {
            return [.. units.Select(_ => UnitScope.NotStated)];
        }

        var scopes = units.Select(unit => OfUnit(unit, witness(unit.Text))).ToArray();
        for (var i = 0; i < units.Count; i++)
        {
            var learnt = witness(units[i].Text);
            if (IsNoRejection(learnt))
            {
                continue;
            }

            if (IsShort(units[i]) && ScopeCues.RejectsAll(units[i].Text))
            {
                RejectAll(units, i, scopes);
            }
            else if (IsShort(units[i]) && !IsLast(units, i) && (ScopeCues.AnnouncesWrong(units[i].Text) || LooksAhead(learnt, i)))
            {
                RejectFrom(units, i + 1, scopes);
            }
            else if (ScopeCues.RejectsBefore(units[i].Text))
            {
                RejectBefore(units, i, scopes);
            }
            else if (IsShort(units[i]) && IsRejection(learnt))
            {
                RejectLearnt(units, i, scopes);
            }
        }

        return scopes;
    }

    private static bool IsRejection(ScopeReading? learnt) =>
        learnt is { } reading && Math.Max(reading.RejectsBefore, reading.RejectsAfter) > LeastOddsOfRejection;

    // Words that often reject, in a sentence that does not.
    private static bool IsNoRejection(ScopeReading? learnt) =>
        learnt is { } reading && Math.Max(reading.RejectsBefore, reading.RejectsAfter) < MostOddsOfNoRejection;

    // Many a rejection can be said in both directions: the first sentence of an answer has nothing before it.
    private static bool LooksAhead(ScopeReading? learnt, int i) => IsRejection(learnt) && (i == 0 || learnt!.Value.RejectsAfter > learnt.Value.RejectsBefore);

    private static void RejectLearnt(IReadOnlyList<Unit> units, int i, UnitScope[] scopes)
    {
        if (ScopeCues.SpeaksOfAll(units[i].Text))
        {
            RejectAll(units, i, scopes);
        }
        else
        {
            RejectBefore(units, i, scopes);
        }
    }

    private static UnitScope OfUnit(Unit unit, ScopeReading? learnt)
    {
        var scope = OfCues(unit);
        return learnt switch
        {
            { } reading when scope == UnitScope.Stated && IsUnstated(reading) => UnitScope.NotStated,

            // A frame of words that means nothing of the kind.
            { Unstated: < MostOddsOfStated } when scope == UnitScope.NotStated && !ScopeCues.IsQuestion(unit.Text) => UnitScope.Stated,
            _ => scope,
        };
    }

    private static UnitScope OfCues(Unit unit)
    {
        if (ScopeCues.IsQuestion(unit.Text) || ScopeCues.IsIronic(unit.Text) || ScopeCues.IsAboutSomethingElse(unit.Text))
        {
            return UnitScope.NotStated;
        }

        if (ScopeCues.IsMythHeading(unit.Heading))
        {
            return UnitScope.Rejected;
        }

        if (unit.Lead.Length > 0 && ScopeCues.FrameIn(unit.Lead).Success && !ScopeCues.IsEndorsed(unit.Lead))
        {
            return UnitScope.NotStated;
        }

        return OfFrame(unit.Text);
    }

    // "They say X, but Y": Y is stated. "Contrary to what many think, X": X is. "X, they say": neither is.
    private static UnitScope OfFrame(string text)
    {
        var aside = ScopeCues.EndOfAside(text);
        var frame = ScopeCues.FrameIn(aside > 0 ? text[aside..] : text);
        if (!frame.Success || ScopeCues.IsEndorsed(text))
        {
            return UnitScope.Stated;
        }

        var turn = ScopeCues.EndOfContrast(text, Math.Min(text.Length, aside + frame.Index + frame.Length));
        if (turn > 0 && turn < text.Length)
        {
            return new UnitScope(Scope.Stated, text[turn..].Trim());
        }

        // What stands before the frame with a turn between them is stated: "It adds up, although many think it overwrites." "It adds up, or so they say" is
        // not.
        var before = aside + frame.Index;
        var cut = before > 0 ? text.AsSpan(0, before).LastIndexOfAny(Cuts) : -1;
        return cut > MinimalBefore && ScopeCues.Turns(text[(cut + 1)..before]) ? new UnitScope(Scope.Stated, text[..cut].Trim()) : UnitScope.NotStated;
    }

    // At the start of an answer it speaks of what follows, else of what stands before.
    private static void RejectAll(IReadOnlyList<Unit> units, int i, UnitScope[] scopes)
    {
        scopes[i] = UnitScope.NotStated;
        if (i < FirstUnits && !IsLast(units, i))
        {
            RejectFrom(units, i + 1, scopes);
            return;
        }

        for (var before = 0; before < i; before++)
        {
            scopes[before] = UnitScope.Rejected;
        }
    }

    private static void RejectFrom(IReadOnlyList<Unit> units, int first, UnitScope[] scopes)
    {
        for (var i = first; i < units.Count && !ScopeCues.IsReset(units[i].Text); i++)
        {
            scopes[i] = UnitScope.Rejected;
        }
    }

    // The sentence before; all sentences of a quotation that ends there; all of a block before, where this one begins a new block.
    private static void RejectBefore(IReadOnlyList<Unit> units, int i, UnitScope[] scopes)
    {
        if (i == 0)
        {
            return;
        }

        scopes[i - 1] = UnitScope.Rejected;
        for (var before = i - 2; before >= 0 && units[i - 1].IsQuoted && units[before].IsQuoted; before--)
        {
            scopes[before] = UnitScope.Rejected;
        }

        if (units[i].Block != units[i - 1].Block && !units[i - 1].IsQuoted)
        {
            for (var before = i - 2; before >= 0 && units[before].Block == units[i - 1].Block; before--)
            {
                scopes[before] = UnitScope.Rejected;
            }
        }
    }

    private static bool IsShort(Unit unit) => unit.Text.Split(' ').Length <= MostWordsOfVerdict;

    private static bool IsLast(IReadOnlyList<Unit> units, int i) => i == units.Count - 1;
}
