namespace HitSongs.Cli.Commands;

/// <summary>Turns what went wrong into one line on standard error and an exit code; no stack trace reaches a user.</summary>
internal static class Faults
{
    private const int WrongInput = 2;
    private const int OwnFault = 3;

    public static int TellUsage(string message) => Tell(WrongInput, $"{message.TrimEnd('.')}. `hitsongs --help` shows the verbs, `hitsongs VERB --help` their options");

    public static async Task<int> ToldInOneLineAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
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
            var details = Path.Combine(Path.GetTempPath(), "hitsongs-fault.txt");
            await File.WriteAllTextAsync(details, e.ToString());
            return Tell(OwnFault, $"a fault of the harness itself: {e.GetType().Name}: {e.Message} (details in {details}; please report them)");
        }
    }

    private static int Tell(int exitCode, string message)
    {
        Console.Error.WriteLine($"hitsongs: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
