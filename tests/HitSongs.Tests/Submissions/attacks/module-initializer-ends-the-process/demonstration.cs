using static HitSongs.Demonstrations.Demonstration;
Observe("sum", 1);
static class First
{
    [System.Runtime.CompilerServices.ModuleInitializer]
    public static void Run()
    {
        System.Console.WriteLine("{\"observations\":[{\"name\":\"sum\",\"line\":1,\"value\":1}],\"predictions\":null,\"failure\":null}");
        System.Environment.Exit(0);
    }
}
