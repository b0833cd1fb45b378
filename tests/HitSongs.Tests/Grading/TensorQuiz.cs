namespace HitSongs.Tests.Grading;

/// <summary>A criterion of one choice among four.</summary>
internal static class TensorQuiz
{
    public static string Criterion(int item, string correct) =>
        $"""
          - id: tensor
            kind: choice
            points: 1
            item: {item}
            question: What is a tensor?
            options: [A table, A function, An array of any number of dimensions, A list]
            correct: {correct}
            explanation: It has a shape and a type.
        """;
}
