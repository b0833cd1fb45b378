using System.Runtime.ExceptionServices;

namespace HitSongs.SourceFiles;

/// <summary>A thread with room for the calls of a parser that calls itself for each level of what it reads.</summary>
internal static class DeepStack
{
    private const int Bytes = 256 << 20;

    /// <summary>The result of the work, which has been done on such a thread; what it throws is thrown here.</summary>
    public static T Run<T>(Func<T> work)
    {
        var (result, fault) = (default(T), default(ExceptionDispatchInfo));
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception problem)
                {
                    fault = ExceptionDispatchInfo.Capture(problem);
                }
            },
            Bytes
        )
        { IsBackground = true, Name = "parser" };
        thread.Start();
        thread.Join();
        fault?.Throw();
        return result!;
    }
}
