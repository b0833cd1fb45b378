namespace HitSongs.Grading;
internal static class Knobs
{
    public static double Get(string n, double d) => double.TryParse(Environment.GetEnvironmentVariable("K_" + n), System.Globalization.CultureInfo.InvariantCulture, out var v) ? v : d;
    public static readonly double Said = Get("SAID", 0.55), Touched = Get("TOUCHED", 0.4), DeniedAt = Get("DENIEDAT", 0.66), Margin = Get("MARGIN", 0.04), Foreign = Get("FOREIGN", 0.2), Other = Get("OTHER", 0.07), DeniedTerm = Get("DT", -0.6), MarginD = Get("MARGIND", 0.15),
      S1 = Get("S1", 0.1), S2 = Get("S2", 0.6), Reach = Get("REACH", 3), Win=Get("WIN",2), Pair=Get("PAIR",0), Link=Get("LINK",3), Back=Get("BACK",.5);
}
