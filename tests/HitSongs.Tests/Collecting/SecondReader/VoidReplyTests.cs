using NUnit.Framework;

namespace HitSongs.Tests.Collecting.SecondReader;

/// <summary>Replies of which nothing counts.</summary>
public sealed class VoidReplyTests : ReaderTrial
{
    [TestCase("All criteria are stated.", "no JSON")]
    [TestCase("```json\n{\"verdicts\": []}\n```", "no JSON")]
    [TestCase("{\"verdicts\": [", "no JSON")]
    [TestCase("null", "no JSON")]
    [TestCase("{\"verdicts\": null}", "no JSON")]
    [TestCase("{\"verdicts\": [], \"points\": 100}", "no JSON")]
    [TestCase("{\"verdicts\": [], \"verdicts\": []}", "no JSON")]
    [TestCase("{\"verdicts\": [{\"criterion\": \"chain\", \"verdict\": \"stated\"}]}", "no JSON")]
    [TestCase("{\"verdicts\": [{\"criterion\": \"chain\", \"verdict\": 0, \"quote\": \"\"}]}", "no JSON")]
    [TestCase("{\"verdicts\": [{\"criterion\": \"style\", \"verdict\": \"stated\", \"quote\": \"So the chain rule\"}]}", "not asked for")]
    [TestCase("{\"verdicts\": [{\"criterion\": \"chain\", \"verdict\": \"excellent\", \"quote\": \"\"}]}", "none of stated")]
    [TestCase("{\"verdicts\": [{\"criterion\": \"chain\", \"verdict\": \"absent\", \"quote\": \"\"}, "
        + "{\"criterion\": \"chain\", \"verdict\": \"stated\", \"quote\": \"So the chain rule\"}]}", "twice")]
    public async Task A_reply_that_is_not_of_the_schema_is_void_as_a_whole_and_told_once(string content, string fault)
    {
        using var server = new ChatServer(content);
        var reading = (await ReadAsync(server))!;

        Assert.Multiple(() =>
        {
            Assert.That(reading.Fault, Does.Contain(fault));
            Assert.That(reading.Verdicts, Is.Empty);
            Assert.That(reading.Of("chain", Answer), Is.Null);
            Assert.That(Warnings.Single(), Does.Contain(fault));
        });
    }

    [Test]
    public async Task A_quote_without_end_makes_a_reply_void()
    {
        using var server = new ChatServer(ChatReply.Verdicts(("chain", "stated", new string('x', 2001))));
        Assert.That((await ReadAsync(server))!.Fault, Does.Contain("2000 characters"));
    }

    [Test]
    public async Task A_reply_that_its_model_cut_off_is_void()
    {
        using var server = new ChatServer((_, _) => ChatReply.Says(Good, "length"));
        Assert.That((await ReadAsync(server))!.Fault, Does.Contain("cut off"));
    }
}
