namespace HitSongs.Grading.Grades;

/// <summary>Outcome of a criterion or a whole grade.</summary>
public enum Status
{
    /// <summary>Full points.</summary>
    Passed,

    /// <summary>Some points.</summary>
    Partial,

    /// <summary>No points, for a reason that is the author's.</summary>
    Failed,

    /// <summary>No points because something that this depends on failed.</summary>
    Blocked,

    /// <summary>Waits for a person: neither 0 nor full points.</summary>
    Ungraded,

    /// <summary>The harness's own fault, never the author's.</summary>
    Error,
}
