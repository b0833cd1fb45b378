using System.Text.Json.Nodes;

namespace HitSongs.Grading.Expectations;

/// <summary>The evaluator's expectation of a demonstration; derived once in the C# file beside a question's YAML.</summary>
/// <remarks>The evaluator's own code: it runs in a sandboxed process of its own, which lives through many questions, and sees what the candidate's
/// program handed back only as data.</remarks>
public abstract class Expectation
{
    /// <summary>Draws the inputs of one run. The same random numbers must give the same inputs.</summary>
    public abstract JsonObject Draw(Random random);

    /// <summary>The names of inputs that stay with the harness, such as the classes of texts that are to be predicted.</summary>
    public virtual IReadOnlyList<string> Withheld => [];

    /// <summary>Computes from the inputs what must have been observed, and compares.</summary>
    /// <remarks>Makes the same checks whatever was observed: a criterion whose check is not made is an error of the rubric.</remarks>
    public abstract void Check(JsonObject inputs, Observed observed, CheckList checks);
}
