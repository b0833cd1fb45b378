using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Pipeline.Models.Network;

/// <summary>Embeddings of categories and numbers side by side, two hidden layers, two outputs.</summary>
internal sealed class EmbeddingNetwork : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Linear first;
    private readonly TorchSharp.Modules.Linear second;
    private readonly TorchSharp.Modules.Linear output;
    private readonly Dropout dropout;
    private readonly Embedding[] tables;

    /// <param name="numbers">Columns of numbers.</param>
    /// <param name="categories">For each column of codes how many there are; code 0 is for what training has not seen.</param>
    public EmbeddingNetwork(int numbers, IReadOnlyList<int> categories, NetworkShape shape)
        : base(nameof(EmbeddingNetwork))
    {
        tables = [.. categories.Select(count => nn.Embedding(count + 1, shape.Embedding))];
        first = nn.Linear(numbers + (categories.Count * shape.Embedding), shape.FirstLayer);
        second = nn.Linear(shape.FirstLayer, shape.SecondLayer);
        output = nn.Linear(shape.SecondLayer, 2);
        dropout = nn.Dropout(shape.Dropout);
        RegisterComponents();
        register_module(nameof(tables), nn.ModuleList(tables));
        // Small at first: rare categories then stay near the unknown one.
        using (no_grad())
        {
            foreach (var table in tables)
                table.weight!.mul_(0.1);
        }
    }

    /// <param name="input">n × numbers.</param>
    /// <param name="input2">n × categories, whole numbers.</param>
    /// <returns>n × 2: popularity in deviations, logit of a hit.</returns>
    public override Tensor forward(Tensor input, Tensor input2)
    {
        var parts = tables.Select((table, i) => table.call(input2.select(1, i))).Prepend(input).ToArray();
        var hidden = dropout.call(nn.functional.relu(first.call(cat(parts, 1))));
        return output.call(dropout.call(nn.functional.relu(second.call(hidden))));
    }
}

/// <summary>The sizes of an <see cref="EmbeddingNetwork"/>.</summary>
internal sealed record NetworkShape(int Embedding, int FirstLayer, int SecondLayer, double Dropout);
