using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using HitSongs.Tests.Grading;
using HitSongs.Tests.Pipeline;

namespace HitSongs.Tests.Fuzzing;

/// <summary>Small good files, each with a bit of everything that its parser knows.</summary>
internal static class FuzzSeeds
{
    private const string Criteria = """
          - {id: c, kind: concept, points: 2, name: The idea, match: {any: [gradient, {near: [adds, tensor], within: 5}]}, missing: Say more.}
          - {id: k, kind: misconception, points: 1, name: A mistake, match: {any: [deletes]}, say: It does not.}
          - {id: s, kind: structure, points: 1, minWords: 5, maxWords: 90, headings: [Why]}
        """;

    public static string Songs { get; } = string.Join(
        '\n',
        [
            string.Join(',', SongTable.Columns),
            .. Enumerable.Range(0, 6).Select(i => SongTable.Row($"id{i}", null, ("track_popularity", $"{i * 17}"), ("track_name", "\"A, \"\"B\"\"\""))),
            "",
        ]);

    public static string Mapping => "name: Mine\nhitThreshold: 30\ncolumns: {trackId: nr, popularity: fame, genre: kind, loudness: loud, artists: singer}\n";

    public static string Question => $"""
        title: "A question"  # with a comment
        prompt: |
          Explain in your own words what a call of the method does.
        asked: [One, 'Two']
        synonyms:
          gradient: [derivative, slope]
        model: {"{timeout: 120, memory: 2048, folds: 5}"}
        criteria:
        {Criteria}
          - {"{id: m, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.8, atMost: 0.97, partialFrom: 0.6}"}
          - id: n
            kind: claim
            points: 1
            metric: AreaUnderRocCurve
            pattern: 'AUC\s+(?:of|is)?\s*{"{number}"}'
            tolerance: 0.01
            dependsOn: [m]
        """;

    public static Rubric Rubric { get; } = Situation.RubricOf(Criteria);

    public static Question QuestionOfAnswers { get; } = Rubric.Questions.Single();

    public static string Samples => """
        samples:
          - id: one
            kind: good
            marks: {c: 2, k: 1, s: 1}
            answer: |
              # Why
              The call adds the gradient to the tensor.
          - {id: two, kind: wrong, heldOut: false, answer: "Nothing."}
        pairs:
          - {criterion: c, right: "It adds the gradient.", wrong: "It deletes the gradient."}
        """;

    public static string Answer => """
        ---
        data: Mine
        ---
        # Why

        The call **adds** the `gradient` to what the [tensor](http://example.org "t") holds, as 0.75 or 75 % [^1] say; see $x^2$.

        > "It deletes it", some say. They are wrong.

        - [x] a) yes
        - [ ] b) no

        | a | b |
        | - | - |
        | 1 | 2 |

        ```csharp
        var x = 1; // a comment
        ```

        ![what one sees](chart.vl.json "Figure 1")  <b>bold</b> &amp; &#x1F600; ~~gone~~

        [^1]: A note.
        """;

    public static string Notebook => """
        {"cells":[{"cell_type":"markdown","id":"a","metadata":{},"source":["## 1. What is it?\n","Words."]},
        {"cell_type":"code","execution_count":1,"id":"b","metadata":{"dotnet_interactive":{"language":"csharp"}},"source":"var x = 1;\nx",
        "outputs":[{"output_type":"execute_result","execution_count":1,"data":{"text/plain":["1"],"image/png":"iVBORw0KGgo="},"metadata":{}},
        {"output_type":"stream","name":"stdout","text":"hello\n"},{"output_type":"error","ename":"E","evalue":"v","traceback":["t"]}]},
        {"cell_type":"raw","id":"c","metadata":{},"source":""}],
        "metadata":{"kernelspec":{"name":".net-csharp","language":"C#","display_name":".NET (C#)"},"language_info":{"name":"csharp"}},
        "nbformat":4,"nbformat_minor":5}
        """;

    // {"a": (1, [2.5, None, True]), "b": torch.float32 called with ()}, by the instructions that torch.save writes.
    public static byte[] Pickle { get; } =
    [
        0x80, 2, .. "}q\0("u8, .. "X\u0001\0\0\0aq\u0001"u8, .. "K\u0001]q\u0002(G"u8, 0x40, 0x04, 0, 0, 0, 0, 0, 0, .. "N"u8, 0x88, .. "e"u8, 0x86,
        .. "X\u0001\0\0\0b"u8, .. "ctorch\nfloat32\n)R"u8, .. "u."u8,
    ];

    public static string Tokenizer => """
        {"version":"1.0","truncation":null,"padding":null,
        "added_tokens":[{"id":0,"content":"[UNK]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],
        "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true},
        "pre_tokenizer":{"type":"BertPreTokenizer"},
        "post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}}],
        "pair":[{"Sequence":{"id":"A","type_id":0}},{"Sequence":{"id":"B","type_id":1}}],"special_tokens":{"[CLS]":{"id":"[CLS]","ids":[1],"tokens":["[CLS]"]}}},
        "decoder":{"type":"WordPiece","prefix":"##","cleanup":true},
        "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,
        "vocab":{"[UNK]":0,"[CLS]":1,"a":2,"##b":3}}}
        """;

    public static SubmissionEvidence Submission { get; } = Situation.Answered(
        Answer,
        Situation.Demonstration(Situation.Program(), new CheckResult("y", true, "2.5", "2.5", 3)),
        Situation.Model(Situation.Program(), ("AreaUnderRocCurve", new(0.9, 0.88, 0.92, 800, 0.5))));

    public static Grade Grade { get; } = Grader.Grade(Rubric, Submission);

    public static string VegaLite => """
        {"title":"Spearman","data":{"values":[{"feature":"loudness","r":0.31},{"feature":"energy","r":"-0.1"}]},"mark":"bar",
        "encoding":{"x":{"field":"feature","title":"Feature"},"y":{"field":"r","type":"quantitative","axis":{"title":"Spearman's r"}}},
        "layer":[{"mark":{"type":"text"},"encoding":{"text":{"field":"r"}}}]}
        """;

    public static string HandedBack { get; } = "started\n"
        + """
        {"observations":[{"name":"y","line":3,"value":[1,2.5,"NaN",true,null,["a"]]}],"predictions":[{"trackId":"a","popularity":3,"hitProbability":0.5}],
        """.Trim()
        + """
        "figures":[{"name":"f","line":1,"png":"iVBORw0KGgoAAAANSUhEUg==","svg":null,"plots":[{"title":"T","xLabel":"x","yLabel":"y","legend":["l"],
        """.Trim()
        + """
        "values":[{"series":"s","label":"l","value":1}],"leftOut":0}]}],"failure":null}
        """ + "\n";
}
