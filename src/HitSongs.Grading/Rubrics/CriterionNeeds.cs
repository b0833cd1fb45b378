namespace HitSongs.Grading.Rubrics;

/// <summary>Evidence that a criterion looks at besides the prose of the answer.</summary>
public sealed record CriterionNeeds
{
    /// <summary>Nothing.</summary>
    public static CriterionNeeds None { get; } = new();

    /// <summary>The check of the demonstration's expectation that it looks at; null where it looks at none.</summary>
    public string? Check { get; init; }

    /// <summary>Whether it looks at a run of a model.</summary>
    public bool Model { get; init; }

    /// <summary>Whether it compares with figures of the songs.</summary>
    public bool SongStudy { get; init; }

    /// <summary>Whether it looks at the charts that the answer embeds.</summary>
    public bool Charts { get; init; }
}
