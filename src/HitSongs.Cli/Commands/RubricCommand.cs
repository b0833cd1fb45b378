using System.CommandLine;
using HitSongs.Grading;

namespace HitSongs.Cli.Commands;

internal static class RubricCommand
{
    public static Command Create()
    {
        var check = new Command("check", """
            Reads the rubric and names every fault with file and line.

            Example: hitsongs rubric check
            """)
        {
            SharedOptions.Rubric,
        };
        check.SetAction(parsed =>
        {
            var folder = SharedOptions.RubricOf(parsed, Workplace.Find());
            var faults = RubricFolder.Check(folder);
            foreach (var fault in faults)
            {
                Console.Error.WriteLine(fault.Message);
            }

            if (faults.Count > 0)
            {
                return 2;
            }

            var rubric = RubricFolder.Read(folder);
            Console.Out.WriteLine($"{rubric.Title}: {rubric.Questions.Count()} questions, {rubric.Questions.Sum(q => q.Criteria.Count)} criteria, {rubric.Questions.Sum(q => q.Criteria.Sum(c => c.Points)):0.##} points; no faults");
            return 0;
        });
        return new Command("rubric", "Looks after the rubric.") { check };
    }
}
