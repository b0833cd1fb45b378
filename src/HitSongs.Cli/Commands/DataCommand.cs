using System.CommandLine;
using HitSongs.Cli.Commands.Data;

namespace HitSongs.Cli.Commands;

internal static class DataCommand
{
    public static Command Create() => new("data", "Looks after song files.")
    {
        DataCheck.Create(), DataDescribe.Create(),
    };
}
