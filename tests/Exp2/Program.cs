using HitSongs.Collecting.Encoders;
using HitSongs.Collecting.Learning;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

var root = args[0]; // rubric folder with weights
var rubric = RubricFolder.Read(root);
var encoder = PassageEncoder.Of(root)!;
var all = new List<(string Q, int Kind, CalibrationCell Cell, int Answer)>();
(double Right, double Wrong)[] kinds = [(1, 0), (0.5, 0), (0, 1), (0.5, 1), (0.7, 0.2), (0.2, 0.5)];
var n = 0; var watch = System.Diagnostics.Stopwatch.StartNew();
foreach (var q in rubric.Questions.Where(q => q.Weights is not null))
{
    var f = $"/tmp/c3/{q.Id.Split('/')[^1]}.yaml";
    if (!File.Exists(f)) continue;
    Directory.CreateDirectory("/tmp/exp"); File.Copy(f, $"/tmp/exp/{q.Id.Split('/')[^1]}.contrasts.yaml", true);
    var cs = ContrastsFile.Beside($"/tmp/exp/{q.Id.Split('/')[^1]}.yaml", [.. q.Criteria.Select(c => c.Id)]);
    var ss = cs.Select(c => new LearningSentence(q.Id, c.Criterion, c.Text, c.IsRight, c.Pair, true)).ToList();
    foreach (var (a, i) in ComposedAnswer.All(q, ss).Select((a, i) => (a, i)))
    {
        n++;
        foreach (var c in CalibrationCell.Of(q, a.Text, a.Stated, encoder)) all.Add((q.Id, i % kinds.Length, c, n));
    }
}
Console.WriteLine($"{n} answers, {all.Count} cells, {watch.Elapsed.TotalSeconds:0}s");
var samples = rubric.Questions.Where(q => q.Weights is not null).SelectMany(q => CalibrationCell.Of(q, Path.Combine(root, q.Id + ".yaml"), encoder).Select(c => (q.Id, c))).ToList();
Console.WriteLine($"{samples.Count} sample cells {watch.Elapsed.TotalSeconds:0}s");
foreach (var concept in new[] { true, false })
foreach (var how in new[] { "samples", "both", "composed" })
{
    var rows = new List<(int Kind, double P, double Mark, int Answer)>(); var srows = new List<(double P, double Mark)>();
    var qs = all.Select(a => a.Q).Distinct().ToList();
    ReadingCurve? curve = null;
    for (var fold = 0; fold < 5; fold++)
    {
        var test = qs.Where((q, i) => i % 5 == fold).ToHashSet();
        var train = new List<CalibrationCell>();
        if (how != "composed") train.AddRange(samples.Where(s => !test.Contains(s.Id) && s.c.IsConcept == concept).Select(s => s.c));
        if (how != "samples") train.AddRange(all.Where(s => !test.Contains(s.Q) && s.Cell.IsConcept == concept).Select(s => s.Cell));
        curve = CurveFit.Of(train, 0.16, !concept);
        rows.AddRange(all.Where(a => test.Contains(a.Q) && a.Cell.IsConcept == concept).Select(a => (a.Kind, curve.Probability(a.Cell.States, a.Cell.Opposes, a.Cell.Rest), a.Cell.Mark, a.Answer)));
        srows.AddRange(samples.Where(a => test.Contains(a.Id) && a.c.IsConcept == concept).Select(a => (curve.Probability(a.c.States, a.c.Opposes, a.c.Rest), a.c.Mark)));
    }
    Console.WriteLine($"{(concept ? "concept" : "misconception")} curve from {how}: {curve}");
    double G(double p) => p >= curve!.Passes ? 1 : p < curve.Fails ? 0 : Math.Round(p, 1);
    Console.WriteLine("   composed: " + string.Join("  ", rows.GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(g => $"{kinds[g.Key].Right}/{kinds[g.Key].Wrong}: {g.Average(r => r.Mark):0.00}>{g.Average(r => G(r.P)):0.00}"))
        + $"  cell acc {rows.Average(r => (r.P > 0.5) == (r.Mark > 0.5) ? 1.0 : 0):0.000} false+ {rows.Where(r => r.Mark < .5).Average(r => r.P > .5 ? 1.0 : 0):0.000} false- {rows.Where(r => r.Mark > .5).Average(r => r.P <= .5 ? 1.0 : 0):0.000} r {R(rows.GroupBy(r => r.Answer).Select(g => (g.Average(r => G(r.P)), g.Average(r => r.Mark)))):0.000}");
    Console.WriteLine($"   samples: cell acc {srows.Average(r => (r.P > 0.5) == (r.Mark > 0.5) ? 1.0 : 0):0.000} false+ {srows.Where(r => r.Mark < .5).Average(r => r.P > .5 ? 1.0 : 0):0.000} false- {srows.Where(r => r.Mark > .5).Average(r => r.P <= .5 ? 1.0 : 0):0.000}");
}
static double R(IEnumerable<(double X, double Y)> d) { var l = d.ToList(); var (mx, my) = (l.Average(p => p.X), l.Average(p => p.Y)); return l.Sum(p => (p.X - mx) * (p.Y - my)) / Math.Sqrt(l.Sum(p => (p.X - mx) * (p.X - mx)) * l.Sum(p => (p.Y - my) * (p.Y - my))); }
