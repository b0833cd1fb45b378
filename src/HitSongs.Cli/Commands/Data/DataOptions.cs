using System.CommandLine;
using HitSongs.Cli.Options;

namespace HitSongs.Cli.Commands.Data;

/// <summary>Which songs a data verb reads.</summary>
internal sealed class DataOptions
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "Song files; several make one data set. Default: data/*.csv.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(files);
        command.Add(SharedOptions.Mapping);
    }

    public IReadOnlyList<string> Paths(ParseResult parsed)
    {
        var paths = parsed.GetValue(files) is { Length: > 0 } named ? named : Workplace.Find().Data;
        return paths.Count > 0 ? paths : throw new UsageException("there are no song files: name some");
    }
}
