using System.Diagnostics;
using System.Runtime.Versioning;
using NUnit.Framework;

namespace HitSongs.Tests.Provisioning;

[Platform("Linux"), SupportedOSPlatform("linux")]
public sealed class ProvisionScriptTests
{
    private const string Missing = "Flux | libflux-dev | share/flux-capacitor | travels in time";
    private const string Present = "Shell | dash | bin/sh | runs this";

    [Test]
    public async Task Nothing_missing_says_nothing_and_succeeds()
    {
        using var system = new FakeSystem(Present);
        var watch = Stopwatch.StartNew();

        var run = await system.ProvisionAsync();

        await TestContext.Out.WriteLineAsync($"provision.sh with nothing to do: {watch.ElapsedMilliseconds} ms");
        Assert.That(run.Text, Is.Empty);
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Without_root_and_sudo_one_line_names_part_reason_and_command()
    {
        using var system = new FakeSystem(Present, Missing);
        system.AddAptGet("exit 1");

        var run = await system.ProvisionAsNobodyAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Lines, Has.Count.EqualTo(1));
        Assert.That(run.Text, Does.Contain("libflux-dev (travels in time)").And.Contain("sudo apt-get install --no-install-recommends libflux-dev"));
        Assert.That(run.Text, Does.Not.Contain("dash"), "what is there must not be asked for");
        Assert.That(File.Exists(system.AptCalls), Is.False, "nothing may be tried without the right to");
    }

    [Test]
    public async Task Without_apt_one_line_names_the_part()
    {
        using var system = new FakeSystem(Missing);

        var run = await system.ProvisionAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Lines, Has.Count.EqualTo(1));
        Assert.That(run.Text, Does.Contain("libflux-dev").And.Contain("travels in time"));
    }

    [Test]
    public async Task Without_network_one_line_gives_the_cause_and_the_command()
    {
        using var system = new FakeSystem(Missing);
        system.AddSudo();
        system.AddAptGet(
            "echo \"W: Failed to fetch http://mirror.invalid/x  Temporary failure resolving 'mirror.invalid'\"; echo 'E: Unable to locate package "
                + "libflux-dev'; exit 100"
        );

        var run = await system.ProvisionAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Lines, Has.Count.EqualTo(2), "what it sets out to do, and how that failed");
        Assert.That(run.Lines[1], Does.Contain("Temporary failure resolving").And.Contain("apt-get install --no-install-recommends libflux-dev"));
    }

    [Test]
    public async Task A_missing_part_is_installed_and_told_with_reason_and_size()
    {
        using var system = new FakeSystem(Missing);
        system.AddSudo();
        system.AddAptGet(CreateFlux(system));

        var run = await system.ProvisionAsync();

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Lines[0], Does.Contain("installing libflux-dev (travels in time)").And.Contain("7 MB"));
        Assert.That(
            await File.ReadAllTextAsync(system.AptCalls),
            Does.Contain("install --yes --no-install-recommends libflux-dev").And.Not.Contain("update"),
            "lists that know the package are not fetched again"
        );
    }

    [Test]
    public async Task Package_lists_that_do_not_know_the_package_are_fetched_first()
    {
        using var system = new FakeSystem(Missing);
        system.AddSudo();
        system.AddProgram(
            "apt-get",
            $"echo \"$*\" >>'{system.AptCalls}'; grep -q update '{system.AptCalls}' || exit 100; case \"$*\" in *--yes*) {CreateFlux(system)} ;; esac"
        );

        var run = await system.ProvisionAsync();

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await File.ReadAllLinesAsync(system.AptCalls), Has.One.Contains("update").And.One.Contains("install --yes"));
    }

    [Test]
    public async Task An_installation_that_leaves_the_part_missing_is_told()
    {
        using var system = new FakeSystem(Missing);
        system.AddSudo();
        system.AddAptGet("true");

        var run = await system.ProvisionAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Lines[^1], Does.Contain("still not found").And.Contain("libflux-dev"));
    }

    [Test]
    public async Task Two_at_once_both_succeed_and_install_once()
    {
        Assume.That(Directory.Exists("/var/lib/dpkg"), "the lock is Debian's package folder");
        using var system = new FakeSystem(Missing);
        system.AddSudo();
        // An installation takes its time, or the second run would not meet the first.
        system.AddAptGet("sleep 0.3; " + CreateFlux(system));

        var runs = await Task.WhenAll(system.ProvisionAsync(), system.ProvisionAsync());

        Assert.That(runs.Select(run => run.ExitCode), Is.All.Zero);
        Assert.That(await File.ReadAllLinesAsync(system.AptCalls), Has.One.Contains("install --yes"));
    }

    [Test]
    public async Task Check_lists_every_part_and_fails_where_one_is_missing()
    {
        using var system = new FakeSystem("# a comment", Present, Missing);

        var run = await system.ProvisionAsync("--check");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Lines, Has.Count.EqualTo(2).And.Some.Matches("^Shell +found.*dash").And.Some.Matches("^Flux +missing.*libflux-dev +travels in time"));
    }

    [Test]
    public async Task A_part_below_another_prefix_is_found()
    {
        using var system = new FakeSystem(Missing);
        Directory.CreateDirectory(Path.Combine(system.Prefix, "share"));
        await File.WriteAllTextAsync(Path.Combine(system.Prefix, "share", "flux-capacitor"), "");

        Assert.That((await system.ProvisionAsync("--check")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_build_that_may_not_install_fails_with_one_line()
    {
        using var system = new FakeSystem(Missing);

        var run = await system.BuildAsync();

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Lines, Has.Count.EqualTo(1), run.Text);
        Assert.That(run.Text, Does.Contain("error HITSONGS2: HitSongs: missing: libflux-dev (travels in time)"));
    }

    [Test]
    public async Task A_build_that_installs_says_so_at_the_lowest_verbosity_and_goes_on()
    {
        using var system = new FakeSystem(Missing);
        system.AddSudo();
        system.AddAptGet(CreateFlux(system));

        var run = await system.BuildAsync("-warnaserror");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Lines[0], Does.StartWith("HitSongs : warning HITSONGS1: installing libflux-dev (travels in time)"));
    }

    private static string CreateFlux(FakeSystem system) => $"mkdir -p '{system.Prefix}/share'; echo >'{system.Prefix}/share/flux-capacitor'";
}
