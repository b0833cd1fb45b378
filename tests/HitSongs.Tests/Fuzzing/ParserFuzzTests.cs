using System.Diagnostics;
using System.Globalization;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Fuzzing;

/// <summary>
/// Every parser of a stranger's bytes, on good bytes with faults: it gives a value, or refuses in one line, and takes neither much time nor much memory.
/// </summary>
/// <remarks><c>HITSONGS_FUZZ_INPUTS=100000 dotnet test tests/HitSongs.Tests --filter TestCategory=Fuzz</c> tries as many inputs for each parser.</remarks>
[Category("Fuzz")]
public sealed class ParserFuzzTests
{
    private const int UsualInputs = 300;
    private const long MostBytes = 256 << 20;

    // Far more than any input of some kilobytes takes, also on a machine that is busy: who hangs is found, who is slow is not.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [TestCaseSource(typeof(FuzzedParsers), nameof(FuzzedParsers.Names))]
    public void Faulty_bytes_give_a_value_or_one_line(string name)
    {
        var parser = FuzzedParsers.All[name];
        using var folder = new TemporaryFolder();
        var first = int.Parse(Environment.GetEnvironmentVariable("HITSONGS_FUZZ_FIRST") ?? "1", CultureInfo.InvariantCulture);
        var inputs = int.Parse(Environment.GetEnvironmentVariable("HITSONGS_FUZZ_INPUTS") ?? $"{UsualInputs}", CultureInfo.InvariantCulture);
        var good = parser.Good(folder.Path);
        Assert.That(Fault(parser, good, folder.Path), Is.Null, "the good bytes themselves");

        var accepted = 0;
        for (var seed = first; seed < first + inputs; seed++)
        {
            var bytes = MutatedBytes.Of(good, seed);
            var fault = Fault(parser, bytes, folder.Path, () => accepted++);
            if (fault is not null)
            {
                Assert.Fail($"seed {seed}: {fault}\n{Convert.ToBase64String(bytes)}");
            }
        }

        TestContext.Out.WriteLine($"{name}: {inputs} inputs, {accepted} read");
    }

    private static string? Fault(FuzzedParser parser, byte[] bytes, string folder, Action? read = null)
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            parser.Parse(bytes, folder);
            read?.Invoke();
        }
        catch (Exception e) when (e.GetType() == typeof(InvalidInputException) || parser.Refuses(e))
        {
            if (string.IsNullOrWhiteSpace(e.Message) || e.Message.Any(char.IsControl))
            {
                return $"the refusal is not one line: {e.Message}";
            }
        }
        catch (Exception e)
        {
            return e.ToString();
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        return clock.Elapsed > Longest ? $"it took {clock.Elapsed}" : taken > MostBytes ? $"it allocated {taken >> 20} MiB" : null;
    }
}
