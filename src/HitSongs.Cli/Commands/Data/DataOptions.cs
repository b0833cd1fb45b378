using System.CommandLine;
using HitSongs.Pipeline;

namespace HitSongs.Cli.Commands.Data;

/// <summary>Which songs a data verb reads.</summary>
internal sealed class DataOptions
{
    private readonly Argument<string[]> files = new("FILE") { Description = "Song files; several make one data set. Default: data/*.csv.", Arity = ArgumentArity.ZeroOrMore };

    private readonly Option<string?> mapping = new("--mapping") { Description = "Names the columns of files that are of no known data set.", HelpName = "FILE.yaml" };

    public void AddTo(Command command)
    {
        command.Add(files);
        command.Add(mapping);
    }

    public IReadOnlyList<string> Paths(ParseResult parsed)
    {
        var paths = parsed.GetValue(files) is { Length: > 0 } named ? named : Workplace.Find().Data;
        return paths.Count > 0 ? paths : throw new UsageException("there are no song files: name some");
    }

    public SongMapping? Mapping(ParseResult parsed) => parsed.GetValue(mapping) is { } path ? SongMapping.Read(path) : null;
}
