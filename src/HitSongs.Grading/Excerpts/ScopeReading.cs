namespace HitSongs.Grading.Excerpts;

/// <summary>Reading of an author's stance on a passage, as log-odds from −12 to 12.</summary>
/// <param name="Unstated">That he does not state it: asks, wishes, supposes, reports or ironises it, or calls it wrong.</param>
/// <param name="RejectsBefore">That it calls wrong, or takes back, what stands before it.</param>
/// <param name="RejectsAfter">That it says of what follows that it is wrong or not meant.</param>
/// <param name="Jumbled">That its words stand in no order, as no sentence has them.</param>
internal readonly record struct ScopeReading(double Unstated, double RejectsBefore, double RejectsAfter, double Jumbled)
{
    /// <summary>The log-odds of what nothing is known of.</summary>
    public const double Unknown = -12;
}

/// <summary>Reads a passage's scope from its vector.</summary>
/// <param name="text">As it is encoded.</param>
/// <returns>Null where there is no vector of it.</returns>
internal delegate ScopeReading? ScopeWitness(string text);
