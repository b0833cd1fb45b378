namespace HitSongs.Grading.Excerpts;

/// <summary>Author's stance on a unit.</summary>
/// <param name="StatedPart">The part of its text that is stated, where the rest of it is not; null where the scope is that of all of it.</param>
internal sealed record UnitScope(Scope Scope, string? StatedPart = null)
{
    public static UnitScope Stated { get; } = new(Scope.Stated);

    public static UnitScope NotStated { get; } = new(Scope.NotStated);

    public static UnitScope Rejected { get; } = new(Scope.Rejected);
}
