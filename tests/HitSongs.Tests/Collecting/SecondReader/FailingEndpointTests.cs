using NUnit.Framework;

namespace HitSongs.Tests.Collecting.SecondReader;

/// <summary>Endpoints that refuse, are slow, break off or speak something else.</summary>
public sealed class FailingEndpointTests : ReaderTrial
{
    [Test]
    public async Task A_busy_server_is_asked_again_and_its_reply_counts()
    {
        using var server = new ChatServer((_, before) => before == 0 ? new ChatReply(500, "{}") : ChatReply.Says(Good));
        var reading = await ReadAsync(server);

        Assert.Multiple(() =>
        {
            Assert.That(reading!.Verdicts, Has.Count.EqualTo(2));
            Assert.That(server.Requests, Has.Count.EqualTo(2));
            Assert.That(Warnings, Is.Empty);
        });
    }

    [Test]
    public async Task A_server_that_knows_no_schema_is_asked_without_one()
    {
        using var server = new ChatServer((body, _) => body["response_format"] is null ? ChatReply.Says(Good) : new ChatReply(400, "{}"));
        Assert.That((await ReadAsync(server))!.Verdicts, Has.Count.EqualTo(2));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(500, 3, "HTTP 500")]
    [TestCase(401, 1, "HITSONGS_READER_KEY")]
    [TestCase(403, 1, "HITSONGS_READER_KEY")]
    [TestCase(404, 1, "HTTP 404")]
    [TestCase(307, 1, "HTTP 307")]
    public async Task A_server_that_refuses_gives_no_reading_one_warning_and_none_of_its_own_words(int status, int requests, string told)
    {
        using var server = new ChatServer((_, _) => new ChatReply(status, """{"error": {"message": "the key is sk-secret \u001b[31m"}}"""));
        var reading = await ReadAsync(server, key: "sk-secret");

        Assert.Multiple(() =>
        {
            Assert.That(reading, Is.Null);
            Assert.That(server.Requests, Has.Count.EqualTo(requests));
            Assert.That(server.Keys, Is.All.EqualTo("Bearer sk-secret"));
            Assert.That(Warnings.Single(), Does.Contain(told).And.Not.Contain("sk-secret").And.Not.Contain("\u001b"));
        });
    }

    [Test]
    public async Task A_server_that_does_not_reply_in_time_gives_no_reading()
    {
        using var server = new ChatServer((_, _) => ChatReply.Says(Good) with { Hangs = true });
        Assert.That(await ReadAsync(server, timeout: TimeSpan.FromMilliseconds(300)), Is.Null);
        Assert.That(Warnings.Single(), Does.Contain("in time"));
    }

    [Test]
    public async Task A_reply_whose_connection_breaks_gives_no_reading()
    {
        using var server = new ChatServer((_, _) => new ChatReply(200, "{\"id\": \"1\", \"choi", Breaks: true));
        Assert.That(await ReadAsync(server), Is.Null);
        Assert.That(Warnings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_reply_beyond_all_measure_is_not_read_to_its_end()
    {
        using var server = new ChatServer(new string(' ', (1 << 20) + 1) + Good);
        Assert.That(await ReadAsync(server), Is.Null);
        Assert.That(Warnings.Single(), Does.Contain("1048576 bytes"));
    }

    [TestCase("<html>not the protocol</html>")]
    [TestCase("{}")]
    [TestCase("{\"choices\": []}")]
    [TestCase("[1, 2]")]
    [TestCase("")]
    public async Task A_reply_that_is_not_of_the_protocol_earns_nothing(string body)
    {
        using var server = new ChatServer((_, _) => new ChatReply(200, body));
        var reading = await ReadAsync(server);

        Assert.Multiple(() =>
        {
            Assert.That(reading?.Verdicts ?? [], Is.Empty);
            Assert.That(Warnings, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task A_server_that_is_not_there_is_told_of_once_and_after_three_faults_is_not_asked_any_more()
    {
        var server = new ChatServer(Good);
        var endpoint = EndpointOf(server.Address, null, TimeSpan.FromSeconds(20)) with { Model = "named" };
        server.Dispose();
        using var collector = await OpenAsync(endpoint);
        for (var i = 0; i < 5; i++)
        {
            Assert.That(await collector!.ReadAsync(Question, Answer, CancellationToken.None), Is.Null);
        }

        Assert.That(Warnings, Has.Count.EqualTo(1));
        Assert.That(await OpenAsync(endpoint with { Model = null }), Is.Null, "nobody tells which model there is");
    }
}
