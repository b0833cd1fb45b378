using System.Text;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Temporary;

namespace HitSongs.Tests.Collecting;

/// <summary>Compiles and runs a program as a submission's demonstration.</summary>
internal static class ProgramTrial
{
    public const string Header = "using TorchSharp; using static HitSongs.Demonstrations.Demonstration;";

    private static readonly Limits Usual = new(TimeSpan.FromSeconds(60), 2L << 30);

    /// <param name="source">The program, whose first line is <see cref="Header"/> where it uses torch or observes.</param>
    /// <param name="inputs">JSON.</param>
    public static async Task<(ProgramRun Run, IReadOnlyDictionary<string, string?> Observed)> RunAsync(
        string source,
        string inputs = "{}",
        Limits? limits = null
    )
    {
        Sandbox sandbox = BubblewrapSandbox.Works() ? new BubblewrapSandbox() : new ProcessSandbox();
        using var folder = new TemporaryFolder();
        var file = new SubmittedFile("answers/x/demonstration.cs", source);
        var (program, refusal) = await file.CompileAsync(new Compiler(sandbox), folder.Path, optimized: false, CancellationToken.None);
        if (program is null) return (refusal!, new Dictionary<string, string?>());
        var end = await new ProgramRunner(sandbox).RunAsync("demonstration", program, Encoding.UTF8.GetBytes(inputs), limits ?? Usual, CancellationToken.None);
        return (file.Ended(end), (end.Result?.Observations ?? []).ToDictionary(o => o.Name, o => o.Value?.ToJsonString()));
    }
}
