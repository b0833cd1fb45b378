using HitSongs.Cli.Commands;
using HitSongs.Cli.Terminal;

// hitsongs VERB …: reads the command line, does what it asks, and ends with 0 (passed), 1 (below the pass mark), 2 (wrong input), 3 (the harness's own
// fault) or 130 (interrupted).
var command = HitSongsCommand.Create().Parse(args);
using var interruption = new Interruption();
return command.Errors is [var error, ..]
    ? ErrorReporter.TellUsage(error.Message)
    : await ErrorReporter.ToldInOneLineAsync(
        () => command.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token), interruption.Token);
