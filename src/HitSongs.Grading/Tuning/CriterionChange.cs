using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Tuning;

/// <summary>A rubric with one criterion changed.</summary>
public static class CriterionChange
{
    /// <summary>The rubric in which the criterion of the same id is the one given; the digest stays, as nothing is written.</summary>
    public static Rubric With(this Rubric rubric, string question, Criterion criterion) => rubric with
    {
        Sections =
        [
            .. rubric.Sections.Select(section => section with
            {
                Questions = [.. section.Questions.Select(one => one.Id == question ? one.With(criterion) : one)],
            }),
        ],
    };

    /// <summary>The question in which the criterion of the same id is the one given.</summary>
    public static Question With(this Question question, Criterion criterion) => question with
    {
        Criteria = [.. question.Criteria.Select(one => one.Id == criterion.Id ? criterion : one)],
    };
}
