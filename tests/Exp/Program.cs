using System.Diagnostics;
using HitSongs.Collecting.Encoders;
using HitSongs.Collecting.Learning;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Rubrics;
using HitSongs.Transformers;
using HitSongs.Transformers.Pretrained;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

var mode = args[0]; var epochs = int.Parse(args[1]); var rate = double.Parse(args[2]); var rank = int.Parse(args[3]);
var frozen = mode switch { "last2" => 4, "lora4" => 2, "lora3" => 3, "full3" => 3, "full4" => 2, _ => 0 };
var lora = mode.StartsWith("lora");
set_num_threads(1); random.manual_seed(20);
var root = "/tmp/rub0/rubric";
var rubric = RubricFolder.ReadToLearn(root);
var sentences = LearningSentence.All(root, rubric).ToList(); foreach(var x in Array.Empty<int>()) {}
var test = new List<LearningSentence>();
var pair = 1_000_000;
foreach (var q in rubric.Questions)
{
    var f = $"/tmp/c3/{q.Id.Split('/')[^1]}.yaml";
    if (!File.Exists(f) || !q.Id.StartsWith("evaluation")) continue;
    Directory.CreateDirectory("/tmp/exp"); File.Copy(f, $"/tmp/exp/{q.Id.Split('/')[^1]}.contrasts.yaml", true);
    var cs = ContrastsFile.Beside($"/tmp/exp/{q.Id.Split('/')[^1]}.yaml", [.. q.Criteria.Select(c => c.Id)]);
    foreach (var c in cs) test.Add(new LearningSentence(q.Id, c.Criterion, c.Text, c.IsRight, c.Pair is { } p ? pair + p : null, true));
    pair += 10000;
}
Console.WriteLine($"{sentences.Count} to learn, {test.Count} to test");
if (args.Length > 4 && args[4] == "half") // learn from half of c3 as well
{
    var add = test.Where(s => (s.Pair ?? s.Text.Length) % 2 == 0).ToList(); test = test.Except(add).ToList(); sentences.AddRange(add);
}
var concepts = rubric.Questions.SelectMany(q => q.Criteria.Where(c => c.Kind == "concept").Select(c => (q.Id, c.Id))).ToHashSet();
bool IsC(LearningSentence s) => concepts.Contains((s.Question, s.Criterion));
if (args.Contains("turn")) { var tt = HitSongs.Grading.Samples.TurnedSentence.All(sentences.Where(IsC)).ToList(); Console.WriteLine($"{tt.Count} turned"); foreach (var x in tt.Take(60).Where((_, i) => i % 4 == 0)) Console.WriteLine("   " + x.Text); sentences.AddRange(tt); }
var heads = new HeadIndex(sentences);
var turnedTest = HitSongs.Grading.Samples.TurnedSentence.All(test.Where(IsC)).ToList(); var firstTurned = 0;
test = [.. test.Where(s => heads.All.Any(h => h.Question == s.Question && h.Criterion == s.Criterion))];
firstTurned = test.Count; test.AddRange(turnedTest);
var source = PretrainedModels.Folder(MiniLM.Name);
var model = BertModel.from_pretrained(source);
var tok = AutoTokenizer.from_pretrained(source);
var texts = LearningText.All(sentences, heads, tok);
var tests = LearningText.All(test, heads, tok);
var watch = Stopwatch.StartNew();
var t = new T(model, frozen, lora, rank);
var states = t.States(texts); var testStates = t.States(tests);
Console.WriteLine($"states {watch.Elapsed.TotalSeconds:0}s");
var loss = new HeadLoss(heads, PassageVector.Size);
var b = new Batches(texts, 48, 20);
var step = 0; var all = epochs * b.Count;
var weights = t.Learnt.ToList();
using var opt = optim.AdamW(weights, rate, weight_decay: 0.01);
using var hopt = optim.AdamW([loss.Weights, loss.Biases], 2e-3, weight_decay: 0.001);
for (var e = 1; e <= epochs; e++)
{
    double sum = 0; int n = 0;
    model.eval();
    foreach (var batch in b.Next())
    {
        using var scope = NewDisposeScope();
        var factor = Math.Min(1, ++step / (0.1 * all)) * Math.Max(0.02, 1 - (double)step / all);
        foreach (var g in opt.ParamGroups) g.LearningRate = rate * factor;
        foreach (var g in hopt.ParamGroups) g.LearningRate = 2e-3 * factor;
        hopt.zero_grad(); t.Zero();
        var v = loss.Of(nn.functional.dropout(t.Features(states, texts, batch), 0.1), [.. batch.Select(i => texts[i])]);
        v.backward(); t.Grads();
        nn.utils.clip_grad_norm_(weights, 1);
        opt.step(); hopt.step(); t.Round();
        sum += v.item<float>(); n++;
    }
    Console.WriteLine($"epoch {e}: loss {sum / n:0.000} {watch.Elapsed.TotalSeconds:0}s cpu {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0}");
    if (e >= 2) Measure();
}
void Measure()
{
    using var ng = no_grad();
    var odds = new double[tests.Length]; var opp = new double[tests.Length];
    foreach (var batch in Enumerable.Range(0, tests.Length).OrderBy(i => tests[i].Ids.Length).Chunk(48))
    {
        using var scope = NewDisposeScope();
        var f = t.Features(testStates, tests, batch);
        var logits = (f.matmul(loss.Weights.t()) + loss.Biases).view(batch.Length, heads.Count, 3);
        var sp = nn.functional.softmax(logits, -1).to(ScalarType.Float32);
        for (var r = 0; r < batch.Length; r++) { odds[batch[r]] = sp[r, tests[batch[r]].Head, 1].item<float>(); opp[batch[r]] = sp[r, tests[batch[r]].Head, 2].item<float>(); }
    }
    Console.WriteLine($"   turned awarded at .5: {Enumerable.Range(firstTurned, tests.Length - firstTurned).Average(i => odds[i] > .5 ? 1.0 : 0):0.000} of {tests.Length - firstTurned}");
    var pairs = Enumerable.Range(0, firstTurned).Where(i => test[i].Pair is not null).GroupBy(i => (test[i].Question, test[i].Criterion, test[i].Pair)).Where(g => g.Count() == 2).ToList();
    var above = pairs.Average(g => { var r = g.First(i => test[i].IsRight); var w = g.First(i => !test[i].IsRight); return odds[r] > odds[w] ? 1.0 : 0; });
    foreach (var cut in new[] { 0.3, 0.5, 0.7 })
    {
        var right = pairs.Average(g => odds[g.First(i => test[i].IsRight)] > cut ? 1.0 : 0);
        var wrong = pairs.Average(g => odds[g.First(i => !test[i].IsRight)] > cut ? 1.0 : 0);
        Console.Write($" cut {cut}: right {right:0.000} wrong {wrong:0.000};");
    }
    Console.WriteLine($" pairs {pairs.Count} above {above:0.000}");
}

sealed class T(BertModel model, int frozen, bool lora, int rank)
{
    readonly Dictionary<string, Parameter> p = new();
    readonly Dictionary<string, Tensor> w0 = new();
    readonly Dictionary<string, Parameter> master = new();
    readonly Dictionary<string, (Parameter A, Parameter B)> ab = new();
    bool made;
    void Make()
    {
        if (made) return; made = true;
        foreach (var (name, par) in model.named_parameters())
        {
            if (!name.StartsWith("encoder.layer.") || int.Parse(name.Split('.')[2]) < frozen) continue;
            w0[name] = par.detach().clone();
        }
        model.to(ScalarType.BFloat16); model.eval();
        foreach (var (name, par) in model.named_parameters())
        {
            if (!w0.ContainsKey(name)) { par.requires_grad = false; continue; }
            p[name] = par;
            if (!lora) { master[name] = nn.Parameter(w0[name].clone()); continue; }
            if (par.dim() == 2) ab[name] = (nn.Parameter(randn(rank, par.shape[1]) * (1 / Math.Sqrt(par.shape[1]))), nn.Parameter(zeros(par.shape[0], rank)));
            else master[name] = nn.Parameter(w0[name].clone());
        }
    }
    public IEnumerable<Parameter> Learnt { get { Make(); return master.Values.Concat(ab.Values.SelectMany(x => new[] { x.A, x.B })); } }
    public void Zero() { foreach (var x in p.Values) x.grad = null; }
    public void Grads()
    {
        using var ng = no_grad();
        foreach (var (n, m) in master) m.grad = p[n].grad!.to(ScalarType.Float32);
        foreach (var (n, (a, b)) in ab) { var d = p[n].grad!.to(ScalarType.Float32); a.grad = b.t().matmul(d); b.grad = d.matmul(a.t()); }
    }
    public void Round()
    {
        using var ng = no_grad();
        foreach (var (n, m) in master) p[n].copy_(m);
        foreach (var (n, (a, b)) in ab) p[n].copy_(w0[n] + b.matmul(a));
    }
    public Tensor[] States(LearningText[] texts)
    {
        Make();
        var s = new Tensor[texts.Length];
        using var ng = no_grad();
        foreach (var batch in Enumerable.Range(0, texts.Length).OrderBy(i => texts[i].Ids.Length).Chunk(48))
        {
            using var scope = NewDisposeScope();
            var (ids, att) = Padded(texts, batch);
            var below = model.Below(ids, att, frozen);
            for (var i = 0; i < batch.Length; i++) s[batch[i]] = below[i].narrow(0, 0, texts[batch[i]].Ids.Length).clone().MoveToOuterDisposeScope().DetachFromDisposeScope();
        }
        return s;
    }
    public Tensor Features(Tensor[] states, LearningText[] texts, int[] batch)
    {
        var (_, att) = Padded(texts, batch); var length = att.size(1);
        var below = stack(batch.Select(i => states[i].size(0) == length ? states[i] : cat([states[i], zeros(length - states[i].size(0), states[i].size(1), ScalarType.BFloat16)], 0)), 0);
        return PassageEncoder.Pool(model.Above(below, att, frozen), att);
    }
    static (Tensor, Tensor) Padded(LearningText[] texts, int[] batch)
    {
        var length = batch.Max(i => texts[i].Ids.Length);
        var (ids, att) = (new long[batch.Length * length], new long[batch.Length * length]);
        for (var r = 0; r < batch.Length; r++) { texts[batch[r]].Ids.CopyTo(ids, r * length); att.AsSpan(r * length, texts[batch[r]].Ids.Length).Fill(1); }
        return (tensor(ids, batch.Length, length), tensor(att, batch.Length, length));
    }
}
