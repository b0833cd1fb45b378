namespace HitSongs.Cli.Terminal;

/// <summary>Turns what went wrong into one line on standard error and an exit code; no stack trace reaches a user.</summary>
internal static class ErrorReporter
{
    private const int WrongInput = 2;
    private const int OwnFault = 3;

    public static int TellUsage(string message) =>
        Tell(WrongInput, $"{message.TrimEnd('.')}. `hitsongs --help` shows the verbs, `hitsongs VERB --help` their options");

    /// <param name="interrupted">Whether the user asked for the end.</param>
    public static async Task<int> ToldInOneLineAsync(Func<Task<int>> work, CancellationToken interrupted = default)
    {
        try
        {
            return await work();
        }
        catch (Exception) when (interrupted.IsCancellationRequested)
        {
            return Interruption.End(); // whatever went wrong on the way out, that is why
        }
        catch (Exception e) when (e is InvalidInputException or UsageException)
        {
            return Tell(WrongInput, e.Message);
        }
        catch (OperationCanceledException)
        {
            return Tell(OwnFault, "stopped before it was done; nothing was graded");
        }
        catch (Exception e) when (e is HarnessException or DllNotFoundException)
        {
            return Tell(OwnFault, e.Message);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return Tell(OwnFault, $"{e.Message} Check the path, its rights and the space on the disk");
        }
        catch (Exception e)
        {
            return Tell(OwnFault, $"a fault of the harness itself: {e.GetType().Name}: {e.Message} ({Kept(e)}; please report it)");
        }
    }

    private static string Kept(Exception fault)
    {
        var details = Path.Combine(Path.GetTempPath(), "hitsongs-fault.txt");
        try
        {
            File.WriteAllText(details, fault.ToString());
            return $"details in {details}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"its details could not be written to {details}";
        }
    }

    private static int Tell(int exitCode, string message)
    {
        // Names of a stranger's files may be part of it.
        Console.Error.WriteLine($"hitsongs: {SteeringCharacters.Replace(message.ReplaceLineEndings(" "))}");
        return exitCode;
    }
}
