HitSongs.Demonstrations.Demonstration.Observe("sum", 1.5);
namespace HitSongs.Demonstrations
{
    static class Demonstration
    {
        public static void Observe(string name, object value) => System.Console.WriteLine($"{name} is {value}");
    }
}
