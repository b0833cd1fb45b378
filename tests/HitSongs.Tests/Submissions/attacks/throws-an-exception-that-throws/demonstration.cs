using static HitSongs.Demonstrations.Demonstration;
throw new Evil();
class Evil : System.Exception
{
    public override string Message => throw new Evil();
}
