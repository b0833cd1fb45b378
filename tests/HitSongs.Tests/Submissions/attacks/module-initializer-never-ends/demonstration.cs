using static HitSongs.Demonstrations.Demonstration;
Observe("sum", 1);
static class First
{
    [System.Runtime.CompilerServices.ModuleInitializer]
    public static void Run() => System.Threading.Thread.Sleep(-1);
}
