using System.CommandLine;

namespace HitSongs.Cli.Commands.Data;

internal static class DataCommand
{
    public static Command Create() => new("data", "Looks after song files.")
    {
        DataCheck.Create(), DataDescribe.Create(),
    };
}
