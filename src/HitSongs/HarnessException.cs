namespace HitSongs;

/// <summary>The harness cannot do its work on this machine: told in one line, exit code 3, and never the author's fault.</summary>
internal sealed class HarnessException(string message, Exception? cause = null) : Exception(message, cause);
