using HitSongs.Grading.Evidence;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

/// <summary>Operations of TorchSharp's bridge that do not catch what libtorch throws: it ends the process, and the author must learn why.</summary>
[Parallelizable(ParallelScope.All)]
public class NativeAbortTests
{
    [TestCase("torch.ones(2, 3).matmul(torch.ones(4, 5))", "Tensor.matmul", "mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)")]
    [TestCase("torch.matmul(torch.ones(2), torch.ones(2).to(torch.int64))", "Tensor.matmul", "same dtype")]
    [TestCase("torch.ones(2, 3).cummax(7)", "Tensor.cummax", "Dimension out of range (expected to be in range of [-2, 1], but got 7)")]
    [TestCase("torch.ones(2, 3).cummin(7)", "Tensor.cummin", "Dimension out of range")]
    [TestCase(
        "torch.autograd.grad([torch.ones(3).sum()], [torch.ones(3)])",
        "autograd.grad",
        "element 0 of tensors does not require grad and does not have a grad_fn"
    )]
    public async Task A_call_that_aborts_is_named_with_its_line_and_what_libtorch_said(string call, string operation, string what)
    {
        var (run, observed) = await ProgramTrial.RunAsync($"{ProgramTrial.Header}\nObserve(\"a\", 1);\nvar x = {call};\n");
        Assert.Multiple(() =>
        {
            Assert.That(observed, Does.ContainKey("a"), "what was observed before");
            Assert.That(run.Outcome, Is.EqualTo(RunOutcome.Crashed));
            Assert.That(run.Reason, Does.StartWith($"libtorch ended the process (exit code 134) in {operation}").And.Contain(what).And.Not.Contain("frame #"));
            Assert.That(run.Line, Is.EqualTo(3));
        });
    }

    [Test]
    public async Task Lines_that_lead_to_the_call_are_told_from_the_inside_outwards()
    {
        var (run, _) = await ProgramTrial.RunAsync($$"""
            {{ProgramTrial.Header}}
            Outer(torch.ones(4, 5));
            void Outer(torch.Tensor x)
            {
                Inner(x, torch.ones(2, 3));
            }
            torch.Tensor Inner(torch.Tensor x, torch.Tensor y)
            {
                return y.matmul(x);
            }
            """
        );
        Assert.That(
            (run.Line, run.Reason),
            Is.EqualTo(
                (
                    9,
                    "libtorch ended the process (exit code 134) in Tensor.matmul, called from line 5, 2: mat1 and mat2 shapes cannot be multiplied (2x3 and "
                        + "4x5)"
                )
            )
        );
    }

    [Test]
    public async Task A_call_on_another_thread_is_found_too()
    {
        var (run, _) = await ProgramTrial.RunAsync(
            $"{ProgramTrial.Header}\nvar t = new Thread(() =>\n  torch.ones(2, 3).matmul(torch.ones(4, 5)));\nt.Start();\nt.Join();"
        );
        Assert.That((run.Outcome, run.Line), Is.EqualTo((RunOutcome.Crashed, 3)));
        Assert.That(run.Reason, Does.Contain("in Tensor.matmul"));
    }

    [Test]
    public async Task Memory_that_is_not_there_is_said_to_be_memory()
    {
        var (run, _) = await ProgramTrial.RunAsync($"{ProgramTrial.Header}\nvar x = torch.ones(60_000, 1);\nvar y = x.matmul(x.t());\n");
        Assert.That((run.Outcome, run.Line), Is.EqualTo((RunOutcome.OutOfMemory, 3)));
    }

    [TestCase("static int F(int x) => F(x + 1) + 1; F(0);", "Stack overflow.", null)]
    [TestCase("Environment.FailFast(\"no more\");", "no more", null)]
    [TestCase("System.Diagnostics.Debug.Assert(1 > 2, \"sizes differ\");", "sizes differ", 2)]
    public async Task A_process_that_ends_without_a_result_says_what_dotnet_wrote(string statement, string said, int? line)
    {
        var (run, _) = await ProgramTrial.RunAsync($"Console.WriteLine(\"begins\");\n{statement}");
        Assert.That(run.Reason, Does.Contain(said).And.Not.Contain("begins"));
        Assert.That(run.Line, Is.EqualTo(line));
    }
}
