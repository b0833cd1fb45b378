namespace HitSongs.Cli.Options;

/// <summary>Where a batch is graded.</summary>
internal enum BatchEngine
{
    /// <summary>In this process.</summary>
    Local,

    /// <summary>On the nodes of a Slurm cluster.</summary>
    Slurm,
}
