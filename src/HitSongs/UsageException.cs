namespace HitSongs;

/// <summary>The command cannot be carried out as it was given: told in one line, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
