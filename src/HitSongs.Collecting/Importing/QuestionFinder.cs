using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Importing;

/// <summary>Finds the question that a heading or a quoted sentence means: by its id, its number in a section, its title, how others word it, or a sentence
/// of its prompt.</summary>
internal sealed class QuestionFinder
{
    // Shares of the weight of both texts' words that they have in common.
    private const double Same = 0.97;
    private const double Sure = 0.72;
    private const double Perhaps = 0.4;
    private const double ByNumberToo = 0.2;
    private const double Near = 0.04;
    private const double Equal = 1e-9;
    private const double Bonus = 0.06;
    private const int FewestWordsOfSentence = 5;

    private readonly Rubric rubric;
    private readonly List<(Question Question, List<WeighedWords> Phrases)> phrases;
    private readonly WordWeights weights;

    public QuestionFinder(Rubric rubric)
    {
        this.rubric = rubric;
        List<(Question Question, WordSet Words)> worded =
        [
            .. rubric.Questions.SelectMany(question =>
                TextsOf(question).Select(text => (question, WordSet.Of(text))).Where(phrase => phrase.Item2.Stems.Count > 0)
            ),
        ];
        weights = new WordWeights(
            worded.GroupBy(phrase => phrase.Question.Id, StringComparer.Ordinal).Select(group => group.SelectMany(phrase => phrase.Words.Stems))
        );
        phrases =
        [
            .. worded.GroupBy(phrase => phrase.Question.Id, StringComparer.Ordinal)
                .Select(group => (group.First().Question, group.Select(phrase => weights.Weigh(phrase.Words)).ToList())),
        ];
    }

    /// <param name="title">With or without a number.</param>
    /// <param name="section">The id of the section that the text stands in; null where none was named.</param>
    public FoundQuestion Find(HeadingText title, string? section)
    {
        if (rubric.Questions.FirstOrDefault(question => title.Names(question.Id)) is { } named)
        {
            return new FoundQuestion(named, 1, [], []);
        }

        var ranked = Ranked(title, section);
        var best = ranked.FirstOrDefault();
        if (best.Score >= Sure)
        {
            var others = ranked
                .Skip(1)
                .Where(other => other.Question.SameAs != best.Question.Id && best.Question.SameAs != other.Question.Id)
                .ToList();
            var equals = others
                .Where(other => other.Score > best.Score - Equal || (!IsSame(best.Plain) && IsPartOfBoth(title, section, best.Question, other.Question)))
                .Select(other => other.Question)
                .ToList();
            return equals.Count > 0
                ? new FoundQuestion(null, best.Plain, [], [best.Question, .. equals])
                : new FoundQuestion(
                    best.Question, best.Plain, [.. others.Where(other => other.Score > best.Score - Near).Select(other => other.Question)], []);
        }

        List<Question> suggestions = best.Score >= Perhaps ? [best.Question] : [];
        var numbered = title.Number is { } number
            ? Narrowed([.. rubric.Questions.Where(question => NumberOf(question) == number && (section is null || SectionOf(question) == section))], title)
            : [];
        return
            numbered is [var one]
            && (title.Words.Stems.Count == 0 || title.SaysQuestion || ranked.Any(other => other.Question == one && other.Plain >= ByNumberToo))
            ? new FoundQuestion(one, 1, [], [])
            : new FoundQuestion(null, best.Score, title.Words.Stems.Count == 0 ? numbered : [], suggestions);
    }

    /// <summary>The section that a heading names and no more; null where it names none.</summary>
    public string? SectionNamed(HeadingText title) =>
        rubric.Sections.FirstOrDefault(section => title.NamesSection(section.Title) || title.NamesSection(section.Id[(section.Id.LastIndexOf('/') + 1)..]))?.Id;

    public string SectionOf(Question question) => rubric.Sections.First(section => section.Questions.Any(one => one.Id == question.Id)).Id;

    public static bool IsSame(double score) => score >= Same;

    private List<(Question Question, double Score, double Plain)> Ranked(HeadingText title, string? section)
    {
        var words = weights.Weigh(title.Words);
        return [.. phrases.Select(one => (one.Question, Plain: one.Phrases.Max(phrase => WordWeights.Agreement(words, phrase))))
            .Select(found => (found.Question, Score: found.Plain + BonusOf(found.Question, title, section), found.Plain))
            .Where(found => found.Plain > 0)
            .OrderByDescending(found => found.Score)];
    }

    // "Quiz" is a part of "Quiz: songs" and of "Quiz: artists", whichever of the two has the rarer words.
    private bool IsPartOfBoth(HeadingText title, string? section, Question one, Question other)
    {
        var telling = title.Words.Stems.Where((_, index) => !FunctionWords.Contains(title.Words.Words[index])).ToList();
        return title.Number is null
            && telling.Count > 0
            && (section is null || (SectionOf(one) == section) == (SectionOf(other) == section))
            && new[] { one, other }.All(question => telling.TrueForAll(WordSet.Of(question.Title).Stems.Contains));
    }

    private double BonusOf(Question question, HeadingText title, string? section) =>
        (title.Number is { } number && NumberOf(question) == number ? Bonus : 0) + (section is not null && SectionOf(question) == section ? Bonus : 0);

    // "Question 4 of 20" is one of a section with twenty.
    private List<Question> Narrowed(List<Question> numbered, HeadingText title) =>
        numbered.FindAll(question => rubric.Sections.First(section => section.Id == SectionOf(question)).Questions.Count == title.Numbered!.Total)
            is { Count: > 0 } fitting
            ? fitting
            : numbered;

    public static int? NumberOf(Question question)
    {
        var slug = question.Id[(question.Id.LastIndexOf('/') + 1)..];
        return int.TryParse(string.Concat(slug.TakeWhile(char.IsAsciiDigit)), out var number) ? number : null;
    }

    private static IEnumerable<string> TextsOf(Question question)
    {
        var slug = question.Id[(question.Id.LastIndexOf('/') + 1)..].TrimStart("0123456789-".ToCharArray()).Replace('-', ' ');
        var asked = question.Prompt.Split("**Demonstration**", 2)[0].Split("\n\n").Select(paragraph => paragraph.ReplaceLineEndings(" "));
        var sentences = asked
            .Concat(asked.SelectMany(paragraph => paragraph.Split(". ")))
            .Where(sentence => Word.AllOf(sentence).Count >= FewestWordsOfSentence);
        return
        [
            question.Title,
            slug,
            .. question.Asked,
            .. question.Asked.SelectMany(text => text.Split("? ")).Where(sentence => Word.AllOf(sentence).Count >= FewestWordsOfSentence),
            .. sentences,
        ];
    }
}

/// <summary>Question found for a heading.</summary>
/// <param name="Question">Null where none is meant.</param>
/// <param name="Score">How near the heading comes to its wording, 0 to 1.</param>
/// <param name="Rivals">Others that are as near.</param>
/// <param name="Suggestions">What might have been meant, where none was found; several where they fit equally well.</param>
internal sealed record FoundQuestion(Question? Question, double Score, IReadOnlyList<Question> Rivals, IReadOnlyList<Question> Suggestions);
