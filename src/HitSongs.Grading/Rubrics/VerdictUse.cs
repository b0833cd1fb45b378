namespace HitSongs.Grading.Rubrics;

/// <summary>Decisions left to a second reader's verdicts.</summary>
public enum VerdictUse
{
    /// <summary>They are kept, and change no score.</summary>
    Nothing,

    /// <summary>Those criteria that the harness's own reading leaves to a person.</summary>
    Doubts,

    /// <summary>Every criterion on which there is a valid verdict.</summary>
    All,
}
