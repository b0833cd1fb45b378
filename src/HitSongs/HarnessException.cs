namespace HitSongs;

/// <summary>The harness cannot do its work on this machine: told in one line, exit code 3, and never the author's fault.</summary>
internal sealed class HarnessException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Does what only the machine can make fail: its disk, or rights on it.</summary>
    /// <param name="what">What then cannot be done.</param>
    /// <exception cref="HarnessException">It failed.</exception>
    public static T Machine<T>(string what, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"{what}: {e.Message.TrimEnd('.')}. Check its rights and the space on the disk", e);
        }
    }
}
