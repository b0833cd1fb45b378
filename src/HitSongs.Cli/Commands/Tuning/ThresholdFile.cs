using HitSongs.Collecting.Tuning;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Yaml;

namespace HitSongs.Cli.Commands.Tuning;

/// <summary>Writes proposed thresholds into the YAML of their questions.</summary>
internal static class ThresholdFile
{
    /// <exception cref="InvalidInputException">With them the file would be no question any more; nothing is written then.</exception>
    public static void Write(string rubric, IReadOnlyList<TunedMetric> moving, TextWriter output)
    {
        foreach (var question in moving.GroupBy(metric => metric.Question.Id, StringComparer.Ordinal))
        {
            var (file, path) = ($"{question.Key}.yaml", Path.Combine(rubric, $"{question.Key}.yaml"));
            var numbers = question.SelectMany(NumbersOf).ToDictionary();
            var before = File.ReadAllBytes(path);
            CacheFile.Write(path, YamlNumbers.Replace(before, file, numbers));
            try
            {
                QuestionFile.Read(path);
            }
            catch (InvalidInputException)
            {
                CacheFile.Write(path, before);
                throw;
            }

            output.WriteLine($"Written to {file}: {string.Join(", ", numbers.Select(number => $"{number.Key.Criterion}/{number.Key.Key} {number.Value}"))}");
        }

        if (moving.Count == 0)
        {
            output.WriteLine("Nothing to write");
        }
    }

    private static IEnumerable<KeyValuePair<(string Criterion, string Key), double>> NumbersOf(TunedMetric metric)
    {
        if (metric.Thresholds.AtLeast is { } least)
        {
            yield return new((metric.Criterion.Id, "atLeast"), least);
        }

        if (metric.Thresholds.AtMost is { } most)
        {
            yield return new((metric.Criterion.Id, "atMost"), most);
        }
    }
}
