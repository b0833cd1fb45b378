using HitSongs.Commands;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Answer of a short command.</summary>
/// <param name="Output">The first line of its output, or of its errors where there was no output.</param>
internal sealed record CommandProbe(bool Succeeded, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Runs a command; one that is missing, fails or hangs is a probe that did not succeed.</summary>
    public static async Task<CommandProbe> RunAsync(string program, params string[] arguments)
    {
        try
        {
            return await new SystemCommand(program, arguments) { Limit = Limit }.RunAsync(CancellationToken.None) is { } result
                ? new CommandProbe(result.Succeeded, FirstLine(result.Output) ?? FirstLine(result.Errors) ?? "")
                : new CommandProbe(false, $"{program} is not on the PATH");
        }
        catch (TimeoutException)
        {
            return new CommandProbe(false, $"{program} did not answer within {Limit.TotalSeconds} s");
        }
    }

    private static string? FirstLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
