using static HitSongs.Demonstrations.Demonstration;
return;
static class Early
{
    [System.Runtime.CompilerServices.ModuleInitializer] internal static void End() => System.Environment.Exit(0);
}
