using HitSongs.Commands;
using NUnit.Framework;

namespace HitSongs.Tests;

public sealed class SystemCommandTests
{
    [Test]
    public async Task A_command_s_exit_code_output_and_errors_are_told()
    {
        var result = await Shell("echo said; echo blamed >&2; exit 3").RunAsync(CancellationToken.None);

        Assert.That(result, Is.EqualTo(new CommandResult(3, "said\n", "blamed\n")));
    }

    [Test]
    public async Task A_command_that_is_not_there_has_no_result() =>
        Assert.That(await new SystemCommand("no-such-command-here", []).RunAsync(CancellationToken.None), Is.Null);

    // More than a pipe holds, on both streams: who reads them one after the other would wait for ever.
    [Test]
    public async Task Much_on_both_streams_is_read_to_its_end()
    {
        var result = await Shell("head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero").RunAsync(CancellationToken.None);

        Assert.That((result!.Output.Length, result.Errors.Length), Is.EqualTo((300000, 300000)));
    }

    [Test]
    public async Task A_command_finds_nothing_on_its_input() =>
        Assert.That((await new SystemCommand("cat", []).RunAsync(CancellationToken.None))!.Output, Is.Empty);

    [Test]
    public async Task A_command_has_the_environment_that_is_given_and_the_harness_s_own()
    {
        var command = Shell("echo $HITSONGS_GIVEN; test -n \"$PATH\"") with
        {
            Environment = new Dictionary<string, string> { ["HITSONGS_GIVEN"] = "here" },
        };

        Assert.That(await command.RunAsync(CancellationToken.None), Is.EqualTo(new CommandResult(0, "here\n", "")));
    }

    // The shell's child holds both pipes: only where it is ended too does reading end.
    [Test]
    public void A_command_that_runs_beyond_its_limit_is_ended_with_its_children() =>
        Assert.That(
            async () => await (Shell("sleep 600 & wait") with { Limit = TimeSpan.FromMilliseconds(50) }).RunAsync(CancellationToken.None),
            Throws.InstanceOf<TimeoutException>());

    [Test]
    public void A_command_that_is_given_up_is_ended()
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.That(async () => await Shell("sleep 600").RunAsync(giveUp.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static SystemCommand Shell(string script) => new("/bin/sh", ["-c", script]);
}
