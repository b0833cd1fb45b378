using HitSongs.Benchmarks.Answers;
using HitSongs.Benchmarks.Leaks;
using HitSongs.Benchmarks.Memory;
using HitSongs.Benchmarks.Pipeline;
using HitSongs.Benchmarks.Prose;
using HitSongs.Benchmarks.Regrading;
using HitSongs.Benchmarks.Reports;
using HitSongs.Benchmarks.Songs;
using HitSongs.Benchmarks.Synthesis;
using HitSongs.Benchmarks.Tokenizers;
using HitSongs.Benchmarks.Torch;
using HitSongs.Benchmarks.Whole;

namespace HitSongs.Benchmarks;

/// <summary>Speed beside Python's PyTorch, memory, and the garbage collector. Run in Release: <c>dotnet run -c Release --project tests/HitSongs.Benchmarks
/// -- torch</c>.</summary>
internal static class Program
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/HitSongs.Benchmarks -- VERB
          torch [NAME]    CPU time of operations and training steps beside Python's PyTorch; only those whose name has NAME in it
          tokenizers      MB a second of WordPiece and byte-level BPE beside plain Python; exits 1 below 20 times its speed
          songs           up to a million songs read, cleaned and summarised, beside pandas (Debian's python3-pandas)
          memory          how far loops that dispose nothing, or everything, grow; exits 1 above the bound
          pipeline DIR PEER.py   time of the whole hit-song pipeline on the public songs in DIR beside a script in Python that does the same, with settings like its own and with the pipeline's
          synthesize DIR  draws synthetic songs from figures of the public songs in DIR, and prints how like them they are; exits 1 below what data/README.md asks for
          answers         time to grade written answers, short and very long, and what attacks on them earn
          pairs [ID…]     how well right sentences are told from ones that differ in one thing, on pairs that nothing has been learnt from
          report FILE     how long a report of 51 questions takes to open in Chromium, and frame times while it is scrolled; exits 1 above a second
          shuffled-labels TIMES FILE…   what models that know nothing reach by chance when their labels are shuffled: the null distribution behind `knownLabels`
          first-fold TIMES FILE…   how much better honest models are on all folds than on the first, in standard errors: what a grade calls knowledge lies far beyond
          all [PART…]     measures the harness as a whole and writes RESULTS.md; parts are start, grade, grader, batch, pipeline, prose, questions and
                          demonstrations, which exits 1 where one takes more than 12 s of CPU
          soak TIMES ID…  grades and reports these questions of the reference many times in one process; exits 1 where memory, handles, threads or files grow
          mixed COUNT JOBS      grades COUNT generated submissions, every fifth hostile, and once more killed five times; exits 1 where other bytes come out
          sandbox         what starting a program in each sandbox costs, and which limits the kernel's control groups keep here
          regrade DIR [COUNT]   how long COUNT (10000) submissions drawn from the evidence in DIR, and one, take to be graded again; exits 1 above 20 s, 1 s
        """;

    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["torch"]:
                return Comparison.Run("");
            case ["torch", var name]:
                return Comparison.Run(name);
            case ["torch-half"]:
                return TorchHalf.Serve();
            case ["tokenizers"]:
                return TokenizerSpeed.Run();
            case ["songs"]:
                return SongsComparison.Run();
            case ["songs-half", var file]:
                return SongsHalf.Run(file);
            case ["memory"]:
                return MemoryGrowth.Run();
            case ["memory-loop", var name]:
                return MemoryGrowth.RunOne(name);
            case ["pipeline", var folder, var peer]:
                return PipelineComparison.Compare(folder, peer);
            case ["pipeline-half", var folder]:
                return PipelineHalf.Run(folder, own: false);
            case ["pipeline-half", var folder, "own"]:
                return PipelineHalf.Run(folder, own: true);
            case ["synthesize", var folder]:
                return Fidelity.Print(folder);
            case ["answers"]:
                return AnswerSpeed.Run();
            case ["pairs", .. var only]:
                return PairReading.Run(only);
            case ["report", var file]:
                return await ReportReading.RunAsync(file);
            case ["shuffled-labels", var times, .. var files]:
                return ShuffledLabels.Run(files, int.Parse(times, System.Globalization.CultureInfo.InvariantCulture));
            case ["first-fold", var times, .. var files]:
                return FirstFold.Run(files, int.Parse(times, System.Globalization.CultureInfo.InvariantCulture));
            case ["all", .. var parts]:
                return WholeFigures.Run(parts);
            case ["soak", var times, .. var only]:
                return await Soak.RunAsync(int.Parse(times, System.Globalization.CultureInfo.InvariantCulture), only);
            case ["mixed", var count, var jobs]:
                return MixedCohort.Run(
                    int.Parse(count, System.Globalization.CultureInfo.InvariantCulture),
                    int.Parse(jobs, System.Globalization.CultureInfo.InvariantCulture));
            case ["sandbox"]:
                return await SandboxCost.RunAsync();
            case ["regrade", var folder]:
                return RegradeSpeed.Run(folder, 10_000);
            case ["regrade", var folder, var count]:
                return RegradeSpeed.Run(folder, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
