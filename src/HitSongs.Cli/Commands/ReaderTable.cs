using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

/// <summary>Tells what a second reader would be worth before it counts.</summary>
internal static class ReaderTable
{
    public static void Write(string model, ReaderFigures figures, TextWriter output)
    {
        output.WriteLine($"  second reader {model}: {figures.Answers} answers, {figures.VoidReplies} void replies, "
            + $"{figures.VoidVerdicts} of {figures.Verdicts} verdicts void");
        if (figures.Answers == 0)
        {
            return;
        }

        Write("concepts, decided by the harness alone (nothing)", figures.Alone);
        Write("concepts, doubts decided by the second reader (doubts)", figures.Doubts);
        Write("concepts, all decided by the second reader (all)", figures.All);
        if (figures.DoubtsAlone.Count > 0)
        {
            Write("criteria in doubt alone, as the harness proposes", figures.DoubtsAlone);
            Write("criteria in doubt alone, by the second reader", figures.DoubtsBySecond);
        }

        void Write(string what, Agreement agreement) =>
            output.WriteLine($"    {what}: {agreement.Count}, r {agreement.Pearson:0.000}, kappa {agreement.QuadraticKappa:0.000}");
    }
}
