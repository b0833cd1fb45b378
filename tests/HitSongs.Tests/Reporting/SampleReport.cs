using System.Text.Json.Nodes;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Metrics;
using HitSongs.Reporting;
using HitSongs.Reporting.Charts;
using HitSongs.Songs;

namespace HitSongs.Tests.Reporting;

/// <summary>A small submission with every part that a report can show; invented figures.</summary>
internal static class SampleReport
{
    public const string Tensors = "evaluation/pytorch/1-tensor-and-variable";
    public const string Backpropagation = "evaluation/pytorch/3-backpropagation";
    public const string Hits = "evaluation/hit-songs/1-predict-hits";

    private const string AnswerFile = "answers/evaluation/pytorch/3-backpropagation/answer.md";
    private const string DemonstrationFile = "answers/evaluation/pytorch/3-backpropagation/Demonstration.cs";
    private const string ModelFile = "answers/evaluation/hit-songs/1-predict-hits/Model.cs";

    public static Report Create(string? answer = null, string? code = null, string? output = null, string? feedback = null, bool synthetic = true)
    {
        var evidence = Evidence(answer ?? Answer, code ?? Code, output ?? "loss 0.50\nloss 0.25\n", synthetic);
        var charts = SongCharts.Of(evidence);
        return new Report(
            Grade(feedback),
            evidence.Run,
            evidence,
            Questions,
            charts,
            RenderedCharts.None("the font DejaVu Sans is not installed"),
            "hitsongs grade"
        );
    }

    /// <summary>A picture of one pixel, in base 64.</summary>
    public const string OnePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>A submission whose program drew figures, of which one has no labels, and whose answer embeds one of them.</summary>
    public static Report WithFigures()
    {
        var report = Create(answer: Answer + "\n\n![Bars of loudness and energy](bars.png \"Figure 1: what rises\")\n");
        DrawnFigure[] figures =
        [
            new("bars", 3, [new("What rises", "Feature", "Spearman's rho", [], [new("", "loudness", 0.29), new("", "energy", -0.12)])], OnePixel, null),
            new("two-plots", 4, [new("Left", "Month", "Songs", [], [new("a", "1", 5)]), new("Right", " ", "", [], [new("b", "2", 7)])], OnePixel, null),
        ];
        return report with
        {
            Evidence = report.Evidence with
            {
                Questions =
                [
                    .. report.Evidence.Questions.Select(question =>
                        question.Question == Backpropagation ? question with { Demonstration = question.Demonstration! with { Figures = figures } } : question
                    ),
                ],
            },
        };
    }

    /// <summary>A submission that answers this many questions, each as long as a good answer is.</summary>
    public static Report OfMany(int questions)
    {
        var one = Create();
        var pattern = one.Grade.Sections[0].Questions[1];
        var evidence = one.Evidence.Questions.Single(question => question.Question == Backpropagation);
        string[] ids = [.. Enumerable.Range(1, questions).Select(number => $"many/{number}-question")];
        SectionGrade[] sections =
        [
            .. ids.Chunk(10)
                .Select(
                    (some, number) =>
                        new SectionGrade(
                            $"many/{number}",
                            $"Section {number + 1}",
                            75,
                            100,
                            [.. some.Select(id => pattern with { Id = id, Title = $"Question {id}" })]
                        )
                ),
        ];
        return one with
        {
            Grade = one.Grade with { Sections = sections },
            Questions = [.. ids.Select(id => new ReportQuestion(id, $"Question {id}", Answer))],
            Evidence = one.Evidence with { Questions = [.. ids.Select(id => evidence with { Question = id })] },
        };
    }

    private const string Answer = """
        # Backpropagation

        `backward()` walks the graph from the loss to the leaves and applies the **chain rule** at each node.

        ## What happens to `.grad`

        1. Gradients *accumulate* in `.grad`; they are not overwritten.
        2. Therefore call `optimizer.zero_grad()` before each step.

        ```csharp
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
        ```

        | call | fills |
        |---|---|
        | `backward()` | `.grad` of the leaves |
        | `step()` | the parameters |

        See [the tutorial](https://pytorch.org/tutorials) for more.
        """;

    private const string Code = """
        var x = torch.tensor(inputs.Values("x"), requires_grad: true);
        var loss = (x * x).sum();
        loss.backward();
        observe("grad", x.grad);
        loss = (x * x).sum();
        loss.backward();
        observe("gradAfterSecondBackward", x.grad);
        """;

    private static IReadOnlyList<ReportQuestion> Questions =>
        [
            new(Tensors, "Tensor and Variable", "What is the difference between a `Tensor` and a `Variable`?"),
            new(
                Backpropagation,
                "Backpropagation",
                "Explain **backpropagation** in PyTorch and show that gradients accumulate.\n\n- What does `backward()` do?\n- When must gradients be reset?"
            ),
            new(Hits, "Predict hit songs", "Predict from audio features and descriptions whether a song becomes a hit."),
        ];

    private static Grade Grade(string? feedback)
    {
        QuestionGrade tensors = new(
            Tensors,
            "Tensor and Variable",
            0,
            5,
            [
                new(
                    "merged-in-0-4",
                    "concept",
                    Status.Failed,
                    0,
                    3,
                    feedback ?? "No sentence says that Variable and Tensor were merged. Say what became of Variable, and since when.",
                    []
                ),
                new("shows-requires-grad", "demonstration", Status.Blocked, 0, 2, "The demonstration is missing, so nothing could be checked.", []),
            ]
        );
        QuestionGrade backpropagation = new(
            Backpropagation,
            "Backpropagation",
            7.5,
            10,
            [
                new("chain-rule", "concept", Status.Passed, 4, 4, "", [new(AnswerFile, 3, "applies the **chain rule** at each node")]),
                new(
                    "gradients-accumulate",
                    "concept",
                    Status.Passed,
                    2,
                    2,
                    "",
                    [new(AnswerFile, 7, "Gradients *accumulate* in `.grad`; they are not overwritten.")]
                ),
                new(
                    "grad-after-second-backward",
                    "demonstration",
                    Status.Partial,
                    1.5,
                    4,
                    "One of two checks holds: after the second backward the gradient must be twice the first.",
                    [new(DemonstrationFile, 7, "observe(\"gradAfterSecondBackward\", x.grad);")]
                ),
            ]
        );
        QuestionGrade hits = new(
            Hits,
            "Predict hit songs",
            12,
            20,
            [
                new(
                    "area-under-roc",
                    "metric",
                    Status.Passed,
                    12,
                    12,
                    "AreaUnderRocCurve 0.8312 is at least 0.75.",
                    [new(ModelFile, 1, "public Prediction Predict(Song song)")]
                ),
                new("discussion", "manual", Status.Ungraded, 0, 8, "An evaluator reads the discussion of limits.", []),
            ]
        );
        return new Grade(
            HitSongs.Grading.Grades.Grade.CurrentSchema,
            new("ada-lovelace", "3f786850e387550fdab836ed7e6dc881de23001b"),
            new("Technical evaluation in machine learning", new string('a', 64)),
            Status.Partial,
            19.5,
            35,
            8,
            0.6,
            false,
            [new("pytorch", "PyTorch", 7.5, 15, [tensors, backpropagation]), new("hit-songs", "Predict hit songs", 12, 20, [hits])],
            Metrics
        );
    }

    private static IReadOnlyDictionary<string, Metric> Metrics =>
        new Dictionary<string, Metric>
        {
            ["AreaUnderRocCurve"] = new(0.8312, 0.8102, 0.8518, 1449, 0.5),
            ["F1Score"] = new(0.71, 0.68, 0.74, 1449, 0.517),
            ["RootMeanSquaredError"] = new(14.213, 13.6, 14.9, 1449, 18.77),
            ["LogLoss"] = new(double.NaN, null, null, 0, null),
        };

    private static SubmissionEvidence Evidence(string answer, string code, string output, bool synthetic)
    {
        var demonstration = new DemonstrationRun(
            new ProgramRun(DemonstrationFile, code, RunOutcome.Completed, "", null, output),
            new JsonObject { ["x"] = new JsonArray(1.5, -2.0, 0.25), ["seed"] = 7 },
            [new("grad", 4, new JsonArray(3.0, -4.0, 0.5)), new("gradAfterSecondBackward", 7, new JsonArray(3.0, -4.0, 0.5))],
            [new("grad-is-two-x", true, "[3, -4, 0.5]", "[3, -4, 0.5]", 4), new("grad-accumulates", false, "twice the first gradient", "[3, -4, 0.5]", 7)],
            new string('b', 64)
        );
        var model = new ModelRun(
            new ProgramRun(ModelFile, "public Prediction Predict(Song song)\n    => new(song.TrackId, 50, 0.5);\n", RunOutcome.Completed, "", null, ""),
            "30 % of the artists held out",
            Metrics,
            [.. Enumerable.Range(0, 41).Select(i => new RocPoint(i / 40.0, Math.Pow(i / 40.0, 0.25)))]
        );
        return new SubmissionEvidence(
            new("ada-lovelace", "3f786850e387550fdab836ed7e6dc881de23001b"),
            [
                new(Hits, new("answers/evaluation/hit-songs/1-predict-hits/answer.md", "The model is a gradient-boosted tree."), null, model),
                new(
                    Tensors,
                    null,
                    new DemonstrationRun(
                        new ProgramRun(
                            "answers/evaluation/pytorch/1-tensor-and-variable/Demonstration.cs",
                            "",
                            RunOutcome.Missing,
                            "There is no Demonstration.cs in the folder.",
                            null,
                            ""
                        ),
                        [],
                        [],
                        [],
                        new string('c', 64)
                    ),
                    null
                ),
                new(Backpropagation, new(AnswerFile, answer), demonstration, null),
            ],
            new SongsEvidence(Card(synthetic), Profile),
            new RunInfo(
                new DateTimeOffset(2026, 3, 14, 9, 26, 53, TimeSpan.Zero),
                48.25,
                "8 cores, Linux",
                "bubblewrap",
                20260314,
                new Dictionary<string, string>
                {
                    [".NET"] = "10.0.1",
                    ["libtorch"] = "1.13.1",
                    ["hitsongs"] = "1.0.0",
                }
            )
        );
    }

    private static DataCard Card(bool synthetic) =>
        new(
            "Spotify Music Dataset",
            synthetic,
            [new("high_popularity.csv", new string('d', 64), 1686), new("low_popularity.csv", new string('e', 64), 3145)],
            4831,
            4494,
            1419,
            68,
            [
                new("repeated-track-id", CleaningEffect.Removed, 336, "The same track stands in several playlists; its first row is used."),
                new("no-audio-features", CleaningEffect.Repaired, 1, "A row without audio features is kept with missing values."),
                new("year-only-release-date", CleaningEffect.Noted, 214, "The release date is known to the year."),
            ]
        );

    public static SongProfile Profile { get; } =
        new(
            [.. Enumerable.Range(0, 20).Select(i => new PopularityBin(i * 5, (i + 1) * 5, i >= 14 ? 60 * (20 - i) : 0, i < 14 ? 40 + (25 * i) : 0))],
            [
                new("pop", 600, 410),
                new("electronic", 580, 62),
                new("hip-hop", 420, 260),
                new("ambient", 250, 4),
                new("rock", 240, 190),
                new("brazilian", 80, 12),
                new("soul", 9, 3),
            ],
            [
                .. Features("danceability", 0.66, 0.61, 1),
                .. Features("energy", 0.67, 0.55, 1),
                .. Features("loudness", -6.1, -8.9, 20),
                .. Features("acousticness", 0.14, 0.39, 1),
                .. Features("tempo", 120, 117, 110),
                .. Features("duration_ms", 214000, 203000, 190000),
            ]
        );

    private static FeatureSummary[] Features(string name, double hits, double others, double spread) =>
        [
            new(name, true, 1419, 0, hits - (0.4 * spread), hits - (0.1 * spread), hits, hits + (0.12 * spread), hits + (0.3 * spread)),
            new(name, false, 3074, 1, others - (0.45 * spread), others - (0.16 * spread), others, others + (0.18 * spread), others + (0.4 * spread)),
        ];
}
