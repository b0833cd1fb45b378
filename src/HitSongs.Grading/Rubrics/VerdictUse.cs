namespace HitSongs.Grading.Rubrics;

/// <summary>What the verdicts of a second reader may decide.</summary>
public enum VerdictUse
{
    /// <summary>They are kept, and change no score.</summary>
    Nothing,

    /// <summary>Those criteria that the harness's own reading leaves to a person.</summary>
    Doubts,

    /// <summary>Every criterion on which there is a valid verdict.</summary>
    All,
}
