using HitSongs.Collecting.Run;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

public sealed class CrashTextTests
{
    // The digits are Arabic: a program writes what it likes, and they are no number of a line that .NET wrote.
    [TestCase("Unhandled exception. System.Exception: no\n   at Program.Main() in program.cs:line 12\n", 12)]
    [TestCase("Unhandled exception. System.Exception: no\n   at Program.Main() in program.cs:line \u0661\u0662\n", null)]
    [TestCase("printed in program.cs:line 12\n", null)]
    public void The_line_of_a_crash_is_one_that_NET_wrote(string output, int? line) => Assert.That(CrashText.Line(output), Is.EqualTo(line));
}
