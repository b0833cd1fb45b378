using static HitSongs.Demonstrations.Demonstration;
Make();
System.GC.Collect();
System.GC.WaitForPendingFinalizers();
static void Make() => new Evil();
class Evil
{
    ~Evil() => throw new System.Exception("from a finalizer");
}
