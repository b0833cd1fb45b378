using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Assigning;

/// <summary>Table of what a question's program can use, for those who write it.</summary>
internal static class ProgramReference
{
    private const string Head = "\n## What a program can use\n\n| | |\n| --- | --- |\n";

    private const string Demonstration = """
        | `using static HitSongs.Demonstrations.Demonstration;` | `Input` and `Observe` |
        | `Input<T>("name")` | an input that was drawn for this run: `float[]`, `long`, `string`, `bool[]`, … |
        | `Observe("name", value)` | hands a value back: a number, a text, true or false, a list of them, or a tensor |
        | `Console.WriteLine(…)` | prints; shown in report and notebook, and not graded |
        | `using TorchSharp; using static TorchSharp.torch;` | PyTorch's names in C#: `tensor`, `nn.Linear`, `optim.Adam`, `no_grad()`, … |
        | `using HitSongs.Transformers;` | Hugging Face's names in C#: `AutoTokenizer`, `AutoModel`, `Trainer`, `pipelines`, … |
        | `using static HitSongs.Programs.Plotting;` | `Figure("name", plot)` hands back a plot; embed it as `![what one sees](name.png "caption")` |
        | packages | Microsoft.ML (with LightGbm and FastTree), MathNet.Numerics, ScottPlot |

        """;

    private const string Model = """
        | `using static HitSongs.Demonstrations.Modelling;` | `Training`, `Test`, `Seed` and `Predict` |
        | `Training` | the songs with labels of this fold: `LabelledSong` |
        | `Test` | those without: `Song` |
        | `Seed` | what your model may draw from, so that a run can be repeated |
        | `Predict(predictions)` | hands back one `Prediction` for each song of `Test` |
        | packages | Microsoft.ML (with LightGbm and FastTree), MathNet.Numerics, TorchSharp |

        """;

    /// <summary>Empty where the question asks for no program.</summary>
    public static string Of(Question question) => question switch
    {
        { Model: { } model } => Head + Model + Limits(model.TimeoutSeconds, model.MemoryMiB),
        { Demonstration: { } demonstration } => Head + Demonstration + Limits(demonstration.TimeoutSeconds, demonstration.MemoryMiB),
        _ => "",
    };

    private static string Limits(double seconds, int memoryMiB) =>
        $"| it has | {seconds:0.##} seconds and {memoryMiB} MiB for each run, 256 MB of scratch space, no network and no other files |\n";
}
