using HitSongs.Collecting.SecondReader;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.SecondReader;

/// <summary>A question, an answer to it, and a second reader that is asked about it over the wire.</summary>
public abstract class ReaderTrial
{
    private const string Criteria = """
          - {id: chain, kind: concept, points: 2, name: The chain rule is applied, match: chain rule, missing: Which rule?}
          - {id: always, kind: misconception, points: 1, name: Adam always wins, match: always wins, say: It does not.}
        """;

    protected const string Text = "Every node multiplies by its own local derivative.\nSo the chain rule runs backwards.";

    protected static readonly string Good = ChatReply.Verdicts(
        ("chain", "stated", "So the chain rule runs backwards."),
        ("always", "absent", "")
    );

    protected static readonly Question Question = Situation.RubricOf(Criteria).Questions.Single();
    protected static readonly AnswerText Answer = new(Situation.AnswerFile, Text);

    private protected List<string> Told { get; } = [];

    private protected List<string> Warnings { get; } = [];

    private protected TemporaryFolder Cache { get; private set; } = null!;

    [SetUp]
    public void Begin()
    {
        Cache = new TemporaryFolder();
        Told.Clear();
        Warnings.Clear();
    }

    [TearDown]
    public void End() => Cache.Dispose();

    private protected static ReaderEndpoint EndpointOf(Uri address, string? key, TimeSpan timeout) =>
        ReaderEndpoint.Parse(address.ToString(), null, key) with { Timeout = timeout, Pause = TimeSpan.Zero };

    private protected Task<VerdictCollector?> OpenAsync(ReaderEndpoint endpoint) =>
        VerdictCollector.OpenAsync(endpoint, Cache.Path, Told.Add, Warnings.Add, CancellationToken.None);

    private protected async Task<SecondReading?> ReadAsync(ChatServer server, string? key = null, TimeSpan? timeout = null, AnswerText? answer = null)
    {
        using var collector = await OpenAsync(EndpointOf(server.Address, key, timeout ?? TimeSpan.FromSeconds(20)));
        return await collector!.ReadAsync(Question, answer ?? Answer, CancellationToken.None);
    }
}
