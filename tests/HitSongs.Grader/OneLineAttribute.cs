using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace HitSongs.Grader;

/// <summary>A failure is told by its message alone: where in the harness it was noticed tells a candidate nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OneLineAttribute : NUnitAttribute, IWrapTestMethod
{
    public TestCommand Wrap(TestCommand command) => new WithoutStack(command);

    private sealed class WithoutStack(TestCommand inner) : DelegatingTestCommand(inner)
    {
        public override TestResult Execute(TestExecutionContext context)
        {
            try
            {
                return innerCommand.Execute(context);
            }
            catch (NUnitException thrown) when (thrown.InnerException is AssertionException failure)
            {
                context.CurrentResult.SetResult(ResultState.Failure, failure.Message, "");
            }
            catch (AssertionException failure)
            {
                context.CurrentResult.SetResult(ResultState.Failure, failure.Message, "");
            }

            return context.CurrentResult;
        }
    }
}
