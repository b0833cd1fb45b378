using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Parity;

/// <summary>
/// The same computation here and in PyTorch 1.13.1 gives the same bits. On another machine than the one that wrote the files down (see
/// <see cref="ThisMachine"/>) the bits of both sides differ from there together, and numbers need only be close.
/// </summary>
[NonParallelizable]
public class ParityTests
{
    // Of the largest element. Other kernels round sums of up to a few hundred terms differently, by up to 1e-5 of them; 50 steps of
    // an optimiser, or the gradient of a linear solver, multiply that.
    private const double OnOtherMachines = 5e-3;

    private static readonly Dictionary<string, IReadOnlyDictionary<string, ParityCase>> Subjects = new()
    {
        ["operators"] = OperatorCases.All,
        ["functions"] = FunctionCases.All,
        ["signals"] = SignalCases.All,
        ["random"] = RandomCases.All,
        ["initialisers"] = InitialiserCases.All,
        ["optimisers"] = OptimiserCases.All,
        ["schedulers"] = SchedulerCases.All,
        ["losses"] = LossCases.All,
        ["modules"] = ModuleCases.All,
    };

    /// <summary>Cases that are less close: how much is allowed on the same machine, and on others, and why.</summary>
    private static readonly Dictionary<string, (double Here, double Elsewhere, string Reason)> Tolerances = new()
    {
        ["operators: lstsq"] = (2e-6, OnOtherMachines, "LAPACK gives Python itself other last bits from call to call, with where the matrix lies in memory"),
        ["signals: lstsq with residuals"] = (2e-6, OnOtherMachines, "as lstsq"),
        ["signals: lstsq of too few equations"] = (2e-6, OnOtherMachines, "as lstsq"),
        ["signals: hamming_window"] = (5e-8, OnOtherMachines, "TorchSharp takes the window's shape as float, PyTorch as double"),
        ["optimisers: LBFGS"] = (0, 0.1, "each direction is made of all those before it, and so multiplies their rounding"),
    };

    private int threads;

    private static IEnumerable<string> SubjectNames => Subjects.Keys;

    private static IEnumerable<TestCaseData> Cases => Subjects.Keys.SelectMany(subject => ExpectationFile.Read(subject).Cases.Keys.Select(name => new TestCaseData(subject, name)));

    [OneTimeSetUp]
    public void Compute_with_one_thread_as_the_script_does()
    {
        threads = get_num_threads();
        set_num_threads(1);
    }

    [OneTimeTearDown]
    public void Give_the_threads_back() => set_num_threads(threads);

    [TestCaseSource(nameof(Cases))]
    public void Computes_what_PyTorch_computes(string subject, string name)
    {
        Assert.That(Subjects[subject], Contains.Key(name), "the file has a case that nothing here computes");
        using var scope = NewDisposeScope();
        var file = ExpectationFile.Read(subject);
        var observed = Subjects[subject][name]().ToDictionary(entry => entry.Name, entry => TensorText.Of(entry.Value));
        Assert.That(observed.Keys, Is.EquivalentTo(file.Cases[name].Keys));
        using (Assert.EnterMultipleScope())
        {
            foreach (var (value, expected) in file.Cases[name]) Compare(subject, name, value, observed[value], expected, file.Machine);
        }
    }

    [TestCaseSource(nameof(SubjectNames))]
    public void Has_an_expectation_for_every_case(string subject) =>
        Assert.That(Subjects[subject].Keys, Is.EquivalentTo(ExpectationFile.Read(subject).Cases.Keys));

    [Test]
    public void Has_a_case_for_every_tolerance() =>
        Assert.That(Tolerances.Keys, Is.SubsetOf(Subjects.SelectMany(subject => subject.Value.Keys.Select(name => $"{subject.Key}: {name}"))));

    private static void Compare(string subject, string name, string value, string observed, string expected, string machine)
    {
        if (observed == expected) return;
        Assert.That(TensorText.Kind(observed), Is.EqualTo(TensorText.Kind(expected)), value);
        var (here, elsewhere, reason) = Tolerances.GetValueOrDefault($"{subject}: {name}", (0, OnOtherMachines, "these should be the same bits"));
        var tolerance = machine == ThisMachine.Name ? here : elsewhere;
        if (machine != ThisMachine.Name) reason = $"the file is from another machine, {machine}";
        var wanted = TensorText.Elements(expected);
        var scale = wanted.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        Assert.That(TensorText.Elements(observed), Is.EqualTo(wanted).Within(tolerance * scale), $"{value}: {reason}");
    }
}
