using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Demonstrations;
using HitSongs.Grading.Expectations;

namespace HitSongs.Expectations;

/// <summary>Loads expectations and asks them. Each is loaded once, however often it is asked.</summary>
internal sealed class ExpectationHost
{
    private readonly Dictionary<string, Expectation?> loaded = new(StringComparer.Ordinal);

    /// <summary>Answers; exceptions are the expectation's fault.</summary>
    public ExpectationReply Answer(ExpectationRequest request)
    {
        try
        {
            return Find(request.Assembly) is not { } expectation
                ? new() { Fault = new("there is not exactly one class that derives from Expectation", "Declare one") }
                : request.Seed is { } seed ? Draw(expectation, seed) : Check(expectation, request);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var thrown = e.InnerException is { } inner && e is System.Reflection.TargetInvocationException ? inner : e;
            var problem = $"the expectation threw {thrown.GetType().Name}: {thrown.Message.TrimEnd('.')}";
            return new() { Fault = new(problem, "Mend it: it must take whatever a demonstration hands back") };
        }
    }

    private static ExpectationReply Draw(Expectation expectation, int seed) => new()
    {
        // Numbers get the form that the demonstration will see, whatever type drew them.
        Inputs = JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(expectation.Draw(new Random(seed)), Protocol.Json))!.AsObject(),
        Withheld = expectation.Withheld ?? [],
    };

    private static ExpectationReply Check(Expectation expectation, ExpectationRequest request)
    {
        var observed = new Observed(request.Observations);
        var checks = new CheckList(observed);
        expectation.Check(request.Inputs!, observed, checks);
        return new() { Checks = checks.Results };
    }

    private Expectation? Find(byte[] assembly)
    {
        var key = Convert.ToHexString(SHA256.HashData(assembly));
        if (!loaded.TryGetValue(key, out var found))
        {
            loaded[key] = found = Load(assembly, key);
        }

        return found;
    }

    private static Expectation? Load(byte[] assembly, string name)
    {
        var types = new AssemblyLoadContext(name).LoadFromStream(new MemoryStream(assembly)).GetTypes();
        return types.Where(type => type.IsSubclassOf(typeof(Expectation))).ToList() is [var only]
            ? (Expectation)Activator.CreateInstance(only, nonPublic: true)!
            : null;
    }
}
