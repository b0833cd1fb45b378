using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace HitSongs.Grader;

/// <summary>A criterion without its full points. An assertion would keep where in this project it was made, and print that.</summary>
internal sealed class PointsMissingException(string message) : Exception(message);

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
            catch (NUnitException thrown) when (thrown.InnerException is PointsMissingException missing)
            {
                context.CurrentResult.SetResult(ResultState.Failure, missing.Message, "");
            }
            catch (PointsMissingException missing)
            {
                context.CurrentResult.SetResult(ResultState.Failure, missing.Message, "");
            }

            return context.CurrentResult;
        }
    }
}
