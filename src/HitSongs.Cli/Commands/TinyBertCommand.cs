using System.CommandLine;
using HitSongs.Transformers.Recipes;
using TorchSharp;
using static HitSongs.Transformers.pipelines;

namespace HitSongs.Cli.Commands;

internal static class TinyBertCommand
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "What sentences and weights are drawn from.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var texts = new Argument<string[]>("TEXT") { Description = "Sentences to judge; with [MASK] in them, to fill.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("tiny-bert", """
            Trains a small BERT on sentences about songs that it makes up itself (a minute or two, kept in artifacts/tiny-bert), and uses it.

            Example: hitsongs tiny-bert "the chorus is not dull" "what a [MASK] melody"
            """)
        {
            texts, seed, SharedOptions.Out,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(SharedOptions.Out)?.FullName ?? Path.Combine(Workplace.Find().Artifacts, "tiny-bert");
            // Matrices this small are no work for two threads, and one gives the same bits everywhere.
            torch.set_num_threads(1);
            var result = new TinyBert { seed = parsed.GetValue(seed) }.Make(folder, Console.Error);
            Console.Out.WriteLine($"{folder}: judges {result.accuracy:P1} of {result.tested} sentences it has not seen rightly");
            foreach (var text in parsed.GetValue(texts) ?? []) Console.Out.WriteLine(Answer(folder, text));
            return 0;
        });
        return command;
    }

    private static string Answer(string folder, string text)
    {
        if (text.Contains("[MASK]"))
        {
            using var filler = pipeline("fill-mask", TinyBert.MaskedLM(folder));
            return $"{text}: {string.Join(", ", filler.call(text).Select(answer => $"{answer.token_str} {answer.score:0.000}"))}";
        }

        using var judge = pipeline("sentiment-analysis", TinyBert.Sentiment(folder));
        var best = judge.call(text)[0];
        return $"{text}: {best.label} {best.score:0.000}";
    }
}
