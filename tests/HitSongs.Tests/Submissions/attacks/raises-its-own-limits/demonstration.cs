using static HitSongs.Demonstrations.Demonstration;
foreach (var file in (string[])["/proc/self/oom_score_adj", "/proc/sys/kernel/core_pattern", "/sys/fs/cgroup/cgroup.procs", "/proc/self/coredump_filter", "/proc/self/timerslack_ns"])
{
    try { System.IO.File.WriteAllText(file, "-1000"); System.Console.WriteLine($"{file} written"); }
    catch (System.Exception e) { System.Console.WriteLine($"{file}: {e.GetType().Name}"); }
}
