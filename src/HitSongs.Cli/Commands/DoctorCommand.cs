using System.CommandLine;
using HitSongs.Cli.Doctor;
using HitSongs.Cli.Options;

namespace HitSongs.Cli.Commands;

internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", """
            Shows what is installed, what is missing, and the command that mends it.

            Example: hitsongs doctor
            """)
        {
            SharedOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var parts = DoctorReport.Collect();
            if (parsed.GetValue(SharedOptions.Json))
            {
                DoctorOutput.WriteJson(parts, Console.Out);
            }
            else
            {
                DoctorOutput.WriteText(parts, Console.Out);
            }

            return parts.All(p => p.Found) ? 0 : 1;
        });
        return command;
    }
}
