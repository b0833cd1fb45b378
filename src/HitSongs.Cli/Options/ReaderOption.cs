using System.CommandLine;
using HitSongs.Collecting.SecondReader;

namespace HitSongs.Cli.Options;

/// <summary>The options of the verbs that may ask a second reader.</summary>
internal static class ReaderOption
{
    private static readonly Option<string?> Reader = new("--reader")
    {
        Description =
            "Ask an OpenAI-compatible endpoint, such as http://localhost:8000/v1, what each written answer states. It gets the answers, their questions "
                + "and what the rubric expects. What its verdicts decide is the line secondReader of rubric.yaml. A key is read from "
                + $"{ReaderEndpoint.KeyVariable}. Default: nobody is asked, and nothing is sent.",
        HelpName = "URL",
    };

    private static readonly Option<string?> Model = new("--reader-model")
    {
        Description = "The model that --reader asks. Default: the first that the endpoint names.",
        HelpName = "NAME",
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(Reader);
        command.Options.Add(Model);
    }

    public static bool IsGiven(ParseResult parsed) => parsed.GetValue(Reader) is not null;

    /// <returns>Null where nobody is to be asked, and where the endpoint cannot be.</returns>
    /// <exception cref="UsageException">The options name no endpoint or model.</exception>
    public static async Task<VerdictCollector?> OpenAsync(ParseResult parsed, string cache, CancellationToken cancel)
    {
        var model = parsed.GetValue(Model);
        if (parsed.GetValue(Reader) is not { } address)
        {
            return model is null ? null : throw new UsageException("--reader-model needs --reader URL, which says whom to ask");
        }

        var endpoint = ReaderEndpoint.Parse(address, model, Environment.GetEnvironmentVariable(ReaderEndpoint.KeyVariable));
        return await VerdictCollector.OpenAsync(endpoint, cache, line => Console.Error.WriteLine($"hitsongs: {line}"), Warn, cancel);
    }

    private static void Warn(string message) => Console.Error.WriteLine($"hitsongs: warning: {message}");
}
