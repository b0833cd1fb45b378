using System.Runtime.Versioning;
using System.Text.Json;
using HitSongs.Cli.Doctor;
using NUnit.Framework;

namespace HitSongs.Tests.Provisioning;

[Platform("Linux"), SupportedOSPlatform("linux")]
public sealed class DoctorTests
{
    private static readonly NativePart Missing = new("Flux", "libflux-dev", "share/flux-capacitor", "travels in time");

    [Test]
    public void The_doctor_and_the_build_know_the_same_parts()
    {
        var table = File.ReadLines(Path.Combine(Repository.Root, "build", "native-parts.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[1]);

        Assert.That(NativePart.ReadAll().Select(part => part.Package), Is.EqualTo(table).And.Contains("libgomp1").And.Contains("bubblewrap"));
    }

    [Test]
    public void A_missing_part_comes_with_its_reason_and_the_command_that_mends_it()
    {
        var part = Collect(Missing, Environment.GetEnvironmentVariable("PATH")).Single(status => status.Name == "Flux");

        Assert.That(part, Has.Property(nameof(PartStatus.Found)).False.And.Property(nameof(PartStatus.Why)).EqualTo("travels in time"));
        Assert.That(part.Remedy, Does.Contain("libflux-dev"));
    }

    [Test]
    public void Without_apt_the_package_is_named_for_another_package_manager()
    {
        var part = Collect(Missing, path: "").Single(status => status.Name == "Flux");

        Assert.That(part.Remedy, Is.EqualTo("install what Debian calls libflux-dev with this system's package manager"));
    }

    [Test]
    public void An_empty_machine_has_neither_tools_nor_sandbox()
    {
        var missing = Collect(Missing, path: "").Where(status => !status.Found).Select(status => status.Name);

        Assert.That(missing, Is.SupersetOf(new[] { ".NET SDK", "git", "sandbox" }));
    }

    [Test]
    public void This_machine_has_the_SDK_that_builds_this()
    {
        var sdk = DoctorReport.Collect().Single(part => part.Name == ".NET SDK");

        Assert.That(sdk.Found, sdk.Where);
        Assert.That(sdk.Version, Does.Match(@"^\d+\.\d+\.\d+"));
    }

    [Test]
    public void A_tool_that_fails_is_missing_and_what_it_said_is_shown()
    {
        using var system = new FakeSystem();
        system.AddProgram("git", "echo 'cannot find my libraries' >&2; exit 127");

        var git = Collect(Missing, Path.Combine(Path.GetDirectoryName(system.Table)!, "bin")).Single(part => part.Name == "git");

        Assert.That(git.Found, Is.False);
        Assert.That(git.Where, Does.Contain("cannot find my libraries"));
    }

    [TestCase("Flux\tlibflux-dev\tshare/flux")]
    [TestCase("Flux\t\tshare/flux\ttravels in time")]
    public void A_row_without_its_four_columns_is_told_with_its_line(string row)
    {
        using var table = new StringReader("# a comment\n" + row);

        Assert.That(() => NativePart.ReadAll(table), Throws.TypeOf<InvalidInputException>().With.Message.StartsWith("native-parts.tsv:2: "));
    }

    [Test]
    public void Text_shows_below_a_missing_part_why_and_how()
    {
        var output = new StringWriter();

        DoctorOutput.WriteText([Found, Lacking], output);

        Assert.That(output.ToString(), Is.EqualTo(
            """
            ok       Shell          1.0                /bin/sh
            missing  Flux
                     travels in time; to mend: sudo apt-get install libflux-dev
            1 of 2 missing.

            """));
    }

    [Test]
    public void Json_holds_what_the_text_says()
    {
        var output = new StringWriter();

        DoctorOutput.WriteJson([Found, Lacking], output);

        using var json = JsonDocument.Parse(output.ToString());
        Assert.That(json.RootElement.GetProperty("schema").GetString(), Is.EqualTo("hitsongs/doctor/1"));
        Assert.That(json.RootElement.GetProperty("complete").GetBoolean(), Is.False);
        Assert.That(json.RootElement.GetProperty("parts")[1].GetProperty("remedy").GetString(), Is.EqualTo(Lacking.Remedy));
    }

    private static PartStatus Found => new("Shell", Found: true, "1.0", "/bin/sh", "runs this", Remedy: null);

    private static PartStatus Lacking => new("Flux", Found: false, Version: null, Where: null, "travels in time", "sudo apt-get install libflux-dev");

    private static IReadOnlyList<PartStatus> Collect(NativePart part, string? path) =>
        DoctorReport.Collect([part], name => name == "PATH" ? path : null);
}
