using static HitSongs.Demonstrations.Demonstration;
Observe("sum", 1);
namespace System.Runtime.CompilerServices
{
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    sealed class InterceptsLocationAttribute(string path, int line, int column) : Attribute;
}
static class Other
{
    [System.Runtime.CompilerServices.InterceptsLocation("program.cs", 2, 1)]
    public static void Instead(string name, object? value, int line) { }
}
