using static HitSongs.Demonstrations.Demonstration;
throw new Odd();
class Odd : System.Exception
{
    public override string Message => new('\u202e', 100_000_000);
    public override string StackTrace => throw new Odd();
}
