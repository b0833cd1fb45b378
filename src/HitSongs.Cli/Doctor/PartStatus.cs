namespace HitSongs.Cli.Doctor;

/// <summary>The doctor's finding about one part of the machine.</summary>
/// <param name="Name">What people call the part.</param>
/// <param name="Found">True when the part is there and works.</param>
/// <param name="Version">The version found; null where the part is missing or tells none.</param>
/// <param name="Where">The file found, or what was wrong; null where there is nothing to say.</param>
/// <param name="Why">Why HitSongs needs it.</param>
/// <param name="Remedy">The command that mends it; null where nothing is to be mended.</param>
public sealed record PartStatus(string Name, bool Found, string? Version, string? Where, string Why, string? Remedy);
