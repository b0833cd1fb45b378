using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Exports;

/// <summary>One submission's grade and the run that it rests on: what every export is written from.</summary>
internal sealed record Graded(Grade Grade, RunInfo Run)
{
    /// <summary>Every criterion with its question, in the order of the rubric.</summary>
    public IEnumerable<(QuestionGrade Question, Score Score)> Rows =>
        Grade.Sections.SelectMany(section => section.Questions).SelectMany(question => question.Criteria.Select(score => (question, score)));

    /// <summary>Whether points may be told to a gradebook: a fault of the harness must cost nobody any.</summary>
    public bool HasScore => Grade.Status != Status.Error;

    /// <summary>Caveat for a reader before the points: what waits for a person, and what the harness failed at; empty where nothing does.</summary>
    public string Caveat
    {
        get
        {
            var faults = Rows.Count(row => row.Score.Status == Status.Error);
            var waiting = Grade.UngradedPoints > 0 ? $"{Numbers.Points(Grade.UngradedPoints)} points wait for a person. " : "";
            var failed = faults > 0
                ? $"{Numbers.Count(faults, "criterion", "criteria")} could not be graded, by a fault of the harness or the machine: grade again."
                : "";
            return (waiting + failed).TrimEnd();
        }
    }

    /// <summary>The points in one sentence.</summary>
    public string Result => $"{Numbers.Points(Grade.Points)} of {Numbers.Points(Grade.MaxPoints)} points: {(Grade.Passed ? "passed" : "not passed")}";
}
