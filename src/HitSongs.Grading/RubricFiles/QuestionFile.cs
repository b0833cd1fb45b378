using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Reads the YAML of one question by itself.</summary>
public static class QuestionFile
{
    /// <exception cref="InvalidInputException">The first fault, with file and line.</exception>
    public static Question Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidInputException(path, null, "there is no such file", "Name the YAML file of a question");
        }

        var reader = new QuestionReader(Path.GetFileNameWithoutExtension(path), path, Path.GetFullPath(path), SynonymFile.Above(path));
        var question = reader.Read();
        return reader.Faults.Count > 0 ? throw reader.Faults[0] : question! with { VerdictUse = VerdictUseKey.Above(path) };
    }
}
