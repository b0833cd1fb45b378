using HitSongs.Grading.Evidence;
using HitSongs.Grading.Regrading;
using HitSongs.Grading.Reviews;
using HitSongs.Grading.RubricFiles;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Review;

/// <summary>Review queue of some submissions, and place where judgements are written down. May be used from several threads.</summary>
internal sealed class ReviewDesk
{
    private const int ShownAround = 40;

    private readonly RubricOutline rubric;
    private readonly OpenSubmissions submissions;
    private readonly Lock gate = new();
    private readonly Dictionary<string, IReadOnlyList<ReviewItem>> itemsByFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReviewItem> known = new(StringComparer.Ordinal);
    private IReadOnlyList<ReviewItem> queue = [];
    private int written;

    private ReviewDesk(RubricOutline rubric, Regrader regrader, string? second) =>
        (this.rubric, submissions, Second) = (rubric, new OpenSubmissions(regrader), second);

    /// <summary>For a second reading, its reader; null for what waits.</summary>
    public string? Second { get; }

    /// <summary>Number of marks written through it.</summary>
    public int Written => Volatile.Read(ref written);

    /// <summary>Waiting items, most valuable first.</summary>
    public IReadOnlyList<ReviewItem> Queue
    {
        get
        {
            lock (gate)
            {
                return queue;
            }
        }
    }

    /// <param name="folders">Of evidence.</param>
    /// <param name="done">Called with how many are read.</param>
    /// <exception cref="InvalidInputException">Rubric, evidence or marks are wrong.</exception>
    public static ReviewDesk Open(RubricOutline rubric, IReadOnlyList<string> folders, string? second, Action<int> done)
    {
        var regrader = new Regrader(rubric);
        var desk = new ReviewDesk(rubric, regrader, second);
        var (items, wrong, read) = (new IReadOnlyList<ReviewItem>[folders.Count], new InvalidInputException?[folders.Count], 0);
        Parallel.For(0, folders.Count, i =>
        {
            try
            {
                items[i] = OpenSubmission.Read(regrader, folders[i]).Items(second);
            }
            catch (InvalidInputException fault)
            {
                wrong[i] = fault;
            }

            done(Interlocked.Increment(ref read));
        });
        if (wrong.OfType<InvalidInputException>().FirstOrDefault() is { } first)
        {
            throw first;
        }

        for (var i = 0; i < folders.Count; i++)
        {
            desk.itemsByFolder[folders[i]] = items[i];
        }

        desk.Sort();
        return desk;
    }

    /// <summary>Null where there is no such item.</summary>
    public ReviewView? View(string id)
    {
        lock (gate)
        {
            return known.TryGetValue(id, out var item) ? View(item) : null;
        }
    }

    /// <summary>The id under which a criterion of the same question can be judged too; null where there is none.</summary>
    public string? CriterionOf(string id, string criterion)
    {
        lock (gate)
        {
            if (!known.TryGetValue(id, out var item))
            {
                return null;
            }

            var submission = submissions.Current(item.Evidence);
            if (submission.Find(item.Question, criterion) is not var (_, score))
            {
                return null;
            }

            var other = ReviewItems.ItemOf(item.Evidence, submission.Grade, item.Question, score);
            known.TryAdd(other.Id, other);
            return other.Id;
        }
    }

    /// <summary>Writes a judgement down, unless something has changed since the person saw it.</summary>
    /// <param name="now">The time.</param>
    public async Task<MarkResult> MarkAsync(MarkRequest request, DateTimeOffset now, CancellationToken cancel = default)
    {
        ReviewItem? item;
        lock (gate)
        {
            item = known.GetValueOrDefault(request.Item);
        }

        if (item is null)
        {
            return new MarkResult(MarkOutcome.Unknown, "There is no such thing to judge: go back to the queue.", null);
        }

        using var hold = await MarkWriter.HoldAsync(item.Evidence, cancel); // other processes write there too
        lock (gate)
        {
            var submission = submissions.Current(item.Evidence);
            if (MarkCheck.ProblemOf(request, item, submission) is var (outcome, problem))
            {
                return new MarkResult(outcome, problem, null);
            }

            var next = NextAfter(item);
            MarkWriter.Write(submission, MarkCheck.MarkOf(request, item, submission, now));
            written++;
            itemsByFolder[item.Evidence] = submissions.Current(item.Evidence).Items(Second);
            Sort();
            return new MarkResult(MarkOutcome.Written, null, queue.Any(one => one.Id == next) ? next : First);
        }
    }

    private string? NextAfter(ReviewItem item)
    {
        var at = IndexOf(item);
        return at < 0 ? First : queue.ElementAtOrDefault(at + 1)?.Id;
    }

    private string? First => queue.Count > 0 ? queue[0].Id : null;

    /// <summary>−1 for what does not wait.</summary>
    private int IndexOf(ReviewItem item)
    {
        var at = 0;
        while (at < queue.Count && queue[at].Id != item.Id)
        {
            at++;
        }

        return at < queue.Count ? at : -1;
    }

    private void Sort()
    {
        queue = [.. ReviewItems.Order(itemsByFolder.Values.SelectMany(items => items))];
        foreach (var item in queue)
        {
            known[item.Id] = item;
        }
    }

    private ReviewView View(ReviewItem item)
    {
        var submission = submissions.Current(item.Evidence);
        var found = item.Criterion is { } criterion ? submission.Find(item.Question, criterion) : null;
        var question = submission.Grade.Scores.First(row => row.Question.Id == item.Question).Question;
        var marks = item.Criterion is { } id ? submission.Marks.Of(item.Question, id).ToList() : [];
        var report = ReviewReport.Of(submission, rubric.Read(item.Question), question);
        return new ReviewView(
            item,
            report,
            found is var (_, score) ? CriterionName.Of(score) : question.Title,
            found?.Score,
            Second is null ? marks : [],
            HandedIn.Sha256(submission.EvidenceOf(item.Question)),
            marks.Count,
            PlaceOf(item));
    }

    private QueuePlace PlaceOf(ReviewItem item)
    {
        var at = IndexOf(item);
        var first = Math.Clamp(at - (ShownAround / 4), 0, Math.Max(0, queue.Count - ShownAround));
        return new QueuePlace(
            queue.Count,
            at + 1,
            at > 0 ? queue[at - 1].Id : null,
            at < 0 ? First : queue.ElementAtOrDefault(at + 1)?.Id,
            [.. queue.Skip(first).Take(ShownAround).Select(one => (one, TitleOf(one)))]);
    }

    private string TitleOf(ReviewItem item)
    {
        var question = rubric.Read(item.Question);
        var name = question.Criteria.FirstOrDefault(criterion => criterion.Id == item.Criterion)?.Name;
        return string.IsNullOrEmpty(name) ? question.Title : Words.Sentence(name);
    }
}
