namespace HitSongs.Grading.Prose;

/// <summary>Looks for what is wrong with a text as a whole, though each of its sentences may be well made.</summary>
internal static class WholeText
{
    // Of the samples with four sentences or more, none denies something in more than five of six.
    private const int FewestSentences = 4;
    private const double MostDenying = 0.9;

    private const int FewestSentencesAround = 3;

    /// <summary>Whether four or more sentences deny something, and hardly one says what is the case.</summary>
    public static bool OnlyDenies(AnswerReading answer)
    {
        var (sentences, denying, last, lastDenying) = (0, 0, -1, -1);
        foreach (var token in answer.Tokens)
        {
            sentences += token.Sentence == last ? 0 : 1;
            last = token.Sentence;
            if (lastDenying != last && FunctionWords.IsNegator(token.Word.Text))
            {
                denying++;
                lastDenying = last;
            }
        }

        return sentences >= FewestSentences && denying >= MostDenying * sentences;
    }

    /// <summary>Whether a text that otherwise begins sentences with capitals begins and ends in the middle of one.</summary>
    public static bool StartsAndEndsWithinSentence(AnswerReading answer)
    {
        var texts = answer.Sentences;
        return texts.Count >= FewestSentencesAround
            && texts[0].Text is [var first, ..] && char.IsLower(first) && IsPlain(texts[0].Text)
            && texts[^1].Text is [.., var last] && (char.IsLetterOrDigit(last) || last == ',')
            && texts.Skip(1).Count(sentence => sentence.Text is [var start, ..] && char.IsUpper(start)) * 2 > texts.Count - 1;
    }

    // A name in code, such as state_dict() or loss.backward, is not written with a capital anywhere.
    private static bool IsPlain(string sentence) =>
        sentence.TakeWhile(letter => !char.IsWhiteSpace(letter)).All(letter => char.IsLetter(letter) || letter is '\'' or ',');
}
