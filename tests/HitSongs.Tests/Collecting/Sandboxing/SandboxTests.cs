using System.Net;
using System.Net.Sockets;
using System.Text;
using HitSongs.Collecting.Sandboxing;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Sandboxing;

/// <summary>What a program can and cannot do in each sandbox, tried with shell scripts.</summary>
public sealed class SandboxTests
{
    private static readonly Limits Small = new(TimeSpan.FromSeconds(20), 512L << 20);

    private static IEnumerable<TestCaseData> Sandboxes()
    {
        yield return new TestCaseData(new ProcessSandbox()).SetArgDisplayNames("process");
        if (BubblewrapSandbox.Works())
        {
            yield return new TestCaseData(new BubblewrapSandbox()).SetArgDisplayNames("bubblewrap");
        }
    }

    [TestCaseSource(nameof(Sandboxes))]
    public async Task Program_that_ends_hands_back_its_result_and_its_output(object sandbox)
    {
        var run = await RunAsync(sandbox, "cat; echo said >&2; exit 3", "given");

        Assert.Multiple(() =>
        {
            Assert.That(run.End, Is.EqualTo(RunEnd.Exited));
            Assert.That(run.ExitCode, Is.EqualTo(3));
            Assert.That(Encoding.UTF8.GetString(run.Result), Is.EqualTo("given"));
            Assert.That(run.Output, Is.EqualTo("said\n"));
        });
    }

    [TestCaseSource(nameof(Sandboxes))]
    public void Program_goes_on_when_the_thread_that_asked_for_it_has_ended(object sandbox)
    {
        Task<SandboxedRun>? run = null;
        var asking = new Thread(() => run = RunAsync(sandbox, "read line; echo still here", "given\n"));
        asking.Start();
        asking.Join();

        var ended = run!.GetAwaiter().GetResult();

        Assert.That((ended.End, ended.ExitCode, Encoding.UTF8.GetString(ended.Result)), Is.EqualTo((RunEnd.Exited, 0, "still here\n")));
    }

    // A name of its own making misleads nobody: the kernel shows it in the line that tells the time.
    [TestCaseSource(nameof(Sandboxes))]
    public async Task Program_whose_time_is_up_is_told_how_long_it_had_computed(object sandbox)
    {
        var limits = Small with { Time = TimeSpan.FromSeconds(3) };
        var busy = await RunAsync(sandbox, "printf ') R 1\n(' > /proc/self/comm; while :; do :; done", "", limits);
        var idle = await RunAsync(sandbox, "sleep 600", "", limits);

        Assert.That((busy.End, idle.End), Is.EqualTo((RunEnd.TimedOut, RunEnd.TimedOut)));
        Assert.That(busy.Worked, Is.GreaterThan(TimeSpan.FromSeconds(0.3)).And.GreaterThan(2 * idle.Worked)); // much else may run here
    }

    [Test]
    public void Starting_thread_lives_as_long_as_the_child()
    {
        // What bubblewrap dies with is the thread that started it: it must not be one of the pool, which end when they are idle.
        using var lifetime = ChildLifetime
            .StartAsync(new System.Diagnostics.ProcessStartInfo("cat") { RedirectStandardInput = true, UseShellExecute = false })
            .GetAwaiter()
            .GetResult();
        var parents = Directory
            .GetDirectories("/proc/self/task")
            .Where(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ').Contains($"{lifetime.Process.Id}"))
            .ToList();
        var name = File.ReadAllText(Path.Combine(parents.Single(), "comm")).Trim();
        lifetime.Process.StandardInput.Close();
        lifetime.Process.WaitForExit();

        Assert.That(name, Is.EqualTo("parent of a san"), "Linux keeps fifteen letters of a thread's name");
    }

    [TestCaseSource(nameof(Sandboxes))]
    public async Task Endless_program_is_stopped_when_its_time_is_up(object sandbox)
    {
        var run = await RunAsync(sandbox, "while :; do :; done", limits: Small with { Time = TimeSpan.FromMilliseconds(300) });

        Assert.That(run.End, Is.EqualTo(RunEnd.TimedOut));
    }

    [TestCaseSource(nameof(Sandboxes))]
    public async Task Program_that_only_waits_is_given_no_more_time_than_its_limit(object sandbox)
    {
        // Who sleeps is not ready, however busy the machine is.
        var run = await RunAsync(sandbox, "sleep 1000", limits: Small with { Time = TimeSpan.FromMilliseconds(300) });

        Assert.That(run.End, Is.EqualTo(RunEnd.TimedOut));
    }

    [Test]
    public void Time_that_a_process_waited_for_a_processor_is_the_kernels_count()
    {
        // This process is itself a tree; what a thread of it has waited is never more than it has lived.
        var waited = ProcessTree.Waited(Environment.ProcessId);

        Assert.Multiple(() =>
        {
            Assert.That(waited.Values.Max(), Is.GreaterThan(TimeSpan.Zero));
            Assert.That(waited.Values.Max(), Is.LessThan(DateTime.Now - System.Diagnostics.Process.GetCurrentProcess().StartTime));
            Assert.That(ProcessTree.Waited(int.MaxValue), Is.Empty, "there is no such process");
        });
    }

    [TestCaseSource(nameof(Sandboxes))]
    public async Task Program_that_leaves_a_child_holding_its_output_does_not_keep_the_harness_waiting(object sandbox)
    {
        var run = await RunAsync(sandbox, "(setsid sleep 15 &) ; echo done");

        Assert.Multiple(() =>
        {
            Assert.That(Encoding.UTF8.GetString(run.Result), Is.EqualTo("done\n"));
            Assert.That(run.Elapsed, Is.LessThan(TimeSpan.FromSeconds(14)), "the child sleeps for 15 s");
        });
    }

    [TestCaseSource(nameof(Sandboxes))]
    public async Task Program_that_prints_without_end_is_stopped_and_only_the_start_is_kept(object sandbox)
    {
        var run = await RunAsync(sandbox, "yes >&2");

        Assert.Multiple(() =>
        {
            Assert.That(run.End, Is.EqualTo(RunEnd.TooMuchOutput));
            Assert.That(run.Output, Has.Length.EqualTo(Small.OutputBytes));
        });
    }

    [TestCaseSource(nameof(Sandboxes))]
    public async Task Program_sees_nothing_of_the_environment_of_the_harness(object sandbox)
    {
        Environment.SetEnvironmentVariable("HITSONGS_TEST_SECRET", "secret");

        var run = await RunAsync(sandbox, "env");

        Assert.That(Encoding.UTF8.GetString(run.Result), Does.Not.Contain("secret").And.Contain("PATH="));
    }

    [TestCaseSource(nameof(Sandboxes))]
    public async Task Program_cannot_allocate_more_than_its_memory(object sandbox)
    {
        // dd wants one buffer of 1 GiB; the limit is 512 MiB.
        var run = await RunAsync(sandbox, "dd if=/dev/zero of=/dev/null bs=1G count=1 || exit 9");

        Assert.That((run.End, run.ExitCode), Is.EqualTo((RunEnd.Exited, 9)).Or.Matches<(RunEnd End, int)>(r => r.End == RunEnd.OutOfMemory));
    }

    [Test]
    public async Task Program_in_bubblewrap_cannot_reach_a_server_of_the_harness()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;

        var run = await RunAsync(Bubblewrap(), $"bash -c 'echo hello > /dev/tcp/127.0.0.1/{port}' && echo reached");

        Assert.Multiple(() =>
        {
            Assert.That(Encoding.UTF8.GetString(run.Result), Is.Empty, run.Output);
            Assert.That(server.Pending(), Is.False);
        });
    }

    [Test]
    public async Task Program_in_bubblewrap_sees_no_home_no_repository_and_no_other_process()
    {
        var repository = HitSongs.Cli.Workplace.Find().Root;

        var run = await RunAsync(
            Bubblewrap(),
            $"ls '{repository}' '{Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}' /etc/shadow; grep -E '^(root|daemon|nobody)' /etc/passwd; ls -d /proc/{Environment.ProcessId}/exe"
        );

        Assert.That(Encoding.UTF8.GetString(run.Result), Is.Empty);
    }

    [Test]
    public async Task Program_in_bubblewrap_can_write_to_its_scratch_folder_alone_and_not_fill_the_disk()
    {
        var run = await RunAsync(
            Bubblewrap(),
            "echo x > /tmp/mine && echo scratch; echo x > /usr/mine || echo refused; head -c 20000000 /dev/zero > /tmp/big || echo full",
            limits: Small with { ScratchBytes = 10_000_000 });

        Assert.That(Encoding.UTF8.GetString(run.Result), Is.EqualTo("scratch\nrefused\nfull\n"), run.Output);
    }

    [TestCase("/x")]
    [TestCase("/etc/x")]
    [TestCase("/dev/x")]
    [TestCase("/dev/shm/x", Description = "a little is free there")]
    public async Task Program_in_bubblewrap_cannot_keep_much_in_folders_that_are_memory(string path)
    {
        var run = await RunAsync(Bubblewrap(), $"head -c 33554432 /dev/zero > {path} && echo kept");

        Assert.That(Encoding.UTF8.GetString(run.Result), Is.Empty, run.Output);
    }

    [Test]
    public async Task Program_in_bubblewrap_makes_no_user_namespace()
    {
        var run = await RunAsync(Bubblewrap(), "unshare -Ur true && echo made; sh -c 'echo a child all the same'");

        Assert.That(Encoding.UTF8.GetString(run.Result), Is.EqualTo("a child all the same\n"), run.Output);
    }

    [Test]
    public void Users_of_the_sandbox_are_one_runs_at_a_time()
    {
        Assume.That(Environment.IsPrivilegedProcess, "an ordinary user has no others to lend");
        using var one = SandboxUser.Lease();
        using var other = SandboxUser.Lease();

        // A lock that another open file holds is refused to this process too, so this is what a second process sees.
        Assert.That(other.Id, Is.Not.EqualTo(one.Id));
        Assert.That(
            () => new FileStream($"/run/hitsongs-users/{one.Id}", FileMode.Open, FileAccess.ReadWrite, FileShare.None),
            Throws.InstanceOf<IOException>()
        );
    }

    [Test]
    public async Task Fork_bomb_in_bubblewrap_runs_out_of_processes_and_leaves_none_behind()
    {
        // Every process of the bomb sleeps for a time that nothing else on the machine sleeps for.
        var mark = $"{Random.Shared.Next(100_000, 999_999)}.125";

        var run = await RunAsync(Bubblewrap(), $"for i in $(seq 1 500); do sleep {mark} & done; wait", limits: Small with { Time = TimeSpan.FromSeconds(3) });

        Assert.Multiple(() =>
        {
            Assert.That(run.Output, Does.Contain("fork").IgnoreCase);
            Assert.That(CommandLines(), Has.None.Contains(mark));
        });
    }

    private static IEnumerable<string> CommandLines()
    {
        foreach (var folder in Directory.GetDirectories("/proc").Where(d => Path.GetFileName(d).All(char.IsAsciiDigit)))
        {
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (IOException)
            {
                continue; // it ended meanwhile
            }

            yield return line;
        }
    }

    private static BubblewrapSandbox Bubblewrap()
    {
        Assume.That(BubblewrapSandbox.Works(), "bubblewrap may not make namespaces on this machine");
        return new BubblewrapSandbox();
    }

    private static Task<SandboxedRun> RunAsync(object sandbox, string script, string input = "", Limits? limits = null) =>
        ((Sandbox)sandbox).RunAsync(
            new SandboxedCommand("/bin/sh", ["-c", script], [], null, Encoding.UTF8.GetBytes(input), limits ?? Small),
            CancellationToken.None
        );
}
