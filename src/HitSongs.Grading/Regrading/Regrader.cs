using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;

namespace HitSongs.Grading.Regrading;

/// <summary>Grades kept evidence by the rubric as it is now. Where a kept grade tells what it follows from, only questions are graded again whose rubric has
/// changed: the result is the same.</summary>
public sealed class Regrader(RubricOutline rubric)
{
    private readonly SongFacts songs = new();

    /// <summary>Grades the evidence of one folder; writes nothing. May be called from several threads.</summary>
    /// <exception cref="InvalidInputException">Evidence, marks or rubric are wrong.</exception>
    public Regraded Regrade(string evidence)
    {
        var basis = Directory.Exists(evidence) ? KeptGrade.BasisNow(evidence) : throw EvidenceFolder.Missing(evidence);
        var kept = KeptGrade.Beside(evidence);
        return Changed(kept, basis) is { } changed ? Again(evidence, kept!, basis, changed) : Anew(evidence, kept, basis);
    }

    /// <summary>Writes a grade that was made just now, so that the next one need not begin anew.</summary>
    /// <param name="evidence">The folder of the evidence that it was made from.</param>
    /// <param name="graded">The questions that were graded.</param>
    public void Keep(string evidence, Rubric graded, Grade grade, RunInfo run)
    {
        var questions = graded.Questions.Select(question => KeptGrade.BasisOf(question, rubric.KeyOf(question.Id)));
        KeptGrade.Write(evidence, grade, run, KeptGrade.BasisNow(evidence) with { Questions = [.. questions] });
    }

    /// <summary>The ids of questions to grade again; null where all must be.</summary>
    private List<string>? Changed(KeptGrade? kept, GradeBasis now)
    {
        if (kept?.Basis is not { } then || (then.Harness, then.Evidence, then.Marks) != (now.Harness, now.Evidence, now.Marks))
        {
            return null;
        }

        var ids = IdsFor(kept.Grade.Selection);
        return then.Questions.Select(question => question.Id).SequenceEqual(ids, StringComparer.Ordinal)
            ? [.. then.Questions.Where(question => rubric.KeyOf(question.Id) != question.Key).Select(question => question.Id)]
            : null;
    }

    private IEnumerable<string> IdsFor(IReadOnlyList<string>? selection) => rubric.Questions.Where(id => selection?.Contains(id) != false);

    private Regraded Anew(string folder, KeptGrade? kept, GradeBasis basis)
    {
        var evidence = EvidenceFolder.Read(folder);
        var all = rubric.ReadAll();
        var selected = evidence.Selection is { } selection ? all.Select(selection) : all;
        foreach (var question in selected.Questions)
        {
            RefuseOtherVectors(folder, question, evidence.Questions.FirstOrDefault(one => one.Question == question.Id));
        }

        var marks = MarksFile.Read(MarksFile.Beside(folder), evidence.Submission.Name);
        return new Regraded(folder, kept?.Grade, Grader.Grade(all, evidence, marks), evidence.Run)
        {
            Basis = basis with { Questions = [.. selected.Questions.Select(question => KeptGrade.BasisOf(question, rubric.KeyOf(question.Id)))] },
            Unmatched = Unmatched(marks, all),
        };
    }

    private Regraded Again(string folder, KeptGrade kept, GradeBasis basis, List<string> changed)
    {
        var marks = MarksFile.Read(MarksFile.Beside(folder), kept.Grade.Submission.Name);
        var (questions, entries) = (
            kept.Grade.Sections.SelectMany(section => section.Questions).ToDictionary(question => question.Id, StringComparer.Ordinal),
            kept.Basis!.Questions.ToList());
        foreach (var id in changed)
        {
            var question = rubric.Read(id);
            var entry = KeptGrade.BasisOf(question, rubric.KeyOf(id));
            var at = entries.FindIndex(one => one.Id == id);
            if (entries[at].Prompt != entry.Prompt)
            {
                return Anew(folder, kept, basis); // what is copied from the prompt may be other passages
            }

            var evidence = EvidenceOf(folder, question);
            var own = evidence.Questions.FirstOrDefault(one => one.Question == id);
            RefuseOtherVectors(folder, question, own);
            (questions[id], entries[at]) = (Grader.GradeQuestion(question, own, evidence, marks), entry);
        }

        var sections = rubric
            .Sections.Select(section => (section, Ids: section.Questions.Where(questions.ContainsKey).ToList()))
            .Where(pair => pair.Ids.Count > 0)
            .Select(pair => GradeTotals.Section(pair.section.Id, pair.section.Title, pair.section.PassMark, [.. pair.Ids.Select(id => questions[id])]));
        var identity = new RubricIdentity(rubric.Title, rubric.Sha256);
        var now = GradeTotals.Of(kept.Grade.Submission, identity, rubric.PassMark, [.. sections]) with
        {
            Metrics = kept.Grade.Metrics,
            Copies = kept.Grade.Copies,
            Selection = kept.Grade.Selection,
        };
        return new Regraded(folder, kept.Grade, now, kept.Run) { Basis = basis with { Questions = entries } };
    }

    // A claim about a metric may be about another question's model: that needs everything.
    private SubmissionEvidence EvidenceOf(string folder, Question question)
    {
        var asksForSongs = question.AsksForCharts || question.Criteria.Any(criterion => criterion is ClaimCriterion);
        return question.Model is null && question.Criteria.Any(criterion => criterion.Needs.Model)
            ? EvidenceFolder.Read(folder)
            : EvidenceFolder.ReadQuestion(folder, question.Id, asksForSongs ? songs : null);
    }

    /// <summary>Vectors of one encoder mean nothing to what was learnt with another.</summary>
    private static void RefuseOtherVectors(string folder, Question question, QuestionEvidence? evidence)
    {
        if (
            question.Weights is { Encoder: var encoder }
            && evidence is { Answer.Text: var text }
            && !string.IsNullOrWhiteSpace(text)
            && evidence.Vectors?.Encoder != encoder
        )
        {
            throw new InvalidInputException(
                folder,
                null,
                $"the vectors of {question.Id} are missing or were made with other weights than the rubric has now",
                "Collect the submission again"
            );
        }
    }

    private static IReadOnlyList<Mark> Unmatched(SubmissionMarks marks, Rubric rubric)
    {
        var known = rubric.Questions.SelectMany(question => question.Criteria.Select(criterion => (question.Id, criterion.Id))).ToHashSet();
        return [.. marks.All.Where(mark => mark.Criterion is { } criterion && !known.Contains((mark.Question, criterion)))];
    }
}
