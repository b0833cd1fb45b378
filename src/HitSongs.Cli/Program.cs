using HitSongs.Cli.Commands;

// hitsongs VERB …: reads the command line, does what it asks, and ends with 0 (passed), 1 (below the pass mark), 2 (wrong input) or 3 (the harness's own fault).
var command = HitSongsCommand.Create().Parse(args);
return command.Errors is [var error, ..]
    ? Faults.TellUsage(error.Message)
    : await Faults.ToldInOneLineAsync(() => command.InvokeAsync(new() { EnableDefaultExceptionHandler = false }));
