namespace HitSongs.Grading.Prose;

/// <summary>An answer as sentences with line numbers, without what says nothing about its author's knowledge.</summary>
/// <remarks>
/// Code, formulas, task lists, what is struck out, text copied from the question, bare lists of terms and repeated sentences are not read.
/// Takes time linear in the length of the answer; what is beyond <see cref="LongestAnswer"/> is not read.
/// </remarks>
public sealed class AnswerReading
{
    /// <summary>Characters of an answer that are read.</summary>
    public const int LongestAnswer = 200_000;

    private const int Gap = 1000;
    private const int FewestWordsOfPrompt = 3;

    private readonly Dictionary<Unread, (int Words, int Line)> unread = [];
    private readonly IReadOnlyList<LeftOut> leftOut;
    private readonly bool isTooDeep;
    private readonly Lazy<string> prompt;
    private WordIndex? index;
    private int otherWords;

    private AnswerReading(string file, string text, string prompt)
    {
        this.prompt = new Lazy<string>(() => $" {string.Join(' ', Word.AllOf(prompt).Select(word => word.Stem))} ");
        File = file;
        IsTruncated = text.Length > LongestAnswer;
        var lines = text[..Math.Min(text.Length, LongestAnswer)].ReplaceLineEndings("\n").Split('\n');
        FrontMatterFault = Prose.FrontMatter.Fault(lines);
        FrontMatter = Prose.FrontMatter.Cut(lines);
        var markdown = MarkdownBlocks.Read(lines);
        isTooDeep = markdown is null;
        Lines = isTooDeep ? [] : lines;
        MarkdownLines = [.. lines.Index().Where(line => markdown?.IsCode[line.Index] == false).Select(line => (line.Index + 1, line.Item))];
        Blocks = markdown?.Blocks ?? [];
        leftOut = markdown?.LeftOut ?? [];
        ReadBlocks(prompt);
    }

    /// <summary>Path relative to the submission.</summary>
    public string File { get; }

    /// <summary>The `key: value` lines between two `---` at the start.</summary>
    public IReadOnlyDictionary<string, string> FrontMatter { get; }

    /// <summary>For the author: what is wrong with those lines and how to mend it; null where nothing is.</summary>
    public string? FrontMatterFault { get; }

    /// <summary>In the order of the answer, also those that are not read.</summary>
    public IReadOnlyList<Sentence> Sentences { get; private set; } = [];

    /// <summary>Number of words read, those of tables and of comments in code among them.</summary>
    public int WordCount => Tokens.Count + otherWords;

    /// <summary>In which language it is written, where that is not English, such as "German"; null where it is.</summary>
    public string? OtherLanguage { get; private set; }

    /// <summary>Whether there is more than is read.</summary>
    public bool IsTruncated { get; }

    /// <summary>False for twenty or more words that no small words hold together, for words in no order, and for sixty without a pause.</summary>
    public bool ReadsAsSentences { get; private set; }

    /// <summary>Where the words that are read stand.</summary>
    internal WordIndex Index => index ??= new WordIndex(Tokens);

    internal IReadOnlyList<TextBlock> Blocks { get; }

    /// <summary>The text of each block for patterns, with line breaks in place of what is not read; offsets are those of the block.</summary>
    internal IReadOnlyList<string> ReadTexts { get; private set; } = [];

    /// <summary>The words that are read.</summary>
    internal IReadOnlyList<Token> Tokens { get; private set; } = [];

    /// <summary>For each of <see cref="Tokens"/> whether it is denied.</summary>
    internal IReadOnlyList<bool> Denied { get; private set; } = [];

    /// <summary>Lines with their numbers, without code, HTML and front matter.</summary>
    internal IReadOnlyList<(int Number, string Text)> MarkdownLines { get; }

    /// <summary>All lines that are read, code and HTML too; those of the front matter are empty.</summary>
    internal IReadOnlyList<string> Lines { get; }

    /// <param name="prompt">The question, whose words are not the author's.</param>
    public static AnswerReading Read(AnswerText answer, string prompt) => new(answer.File, answer.Text, prompt);

    /// <summary>For the author: what was not read and why; empty where all was.</summary>
    public string NotRead
    {
        get
        {
            var parts = unread.OrderBy(pair => pair.Key).Select(pair => pair.Key switch
            {
                Unread.Copied => $"{pair.Value.Words} words copied from the question (from line {pair.Value.Line})",
                Unread.Repeated => $"{pair.Value.Words} words of repeated sentences (from line {pair.Value.Line})",
                _ => $"{pair.Value.Words} words of bare lists of terms (from line {pair.Value.Line})",
            }).ToList();
            parts.AddRange(LeftOut.Describe(leftOut));
            if (IsTruncated)
            {
                parts.Add($"everything after the first {LongestAnswer} characters");
            }

            if (isTooDeep)
            {
                parts.Add("everything, as lists or quotes are nested too deep");
            }

            return parts.Count == 0 ? "" : $" Not read: {string.Join("; ", parts)}.";
        }
    }

    /// <summary>Whether a piece of a table or a comment is the question's and not the author's.</summary>
    internal bool IsOfPrompt(string text)
    {
        var words = Word.AllOf(text);
        return words.Count >= FewestWordsOfPrompt && prompt.Value.Contains($" {string.Join(' ', words.Select(word => word.Stem))} ", StringComparison.Ordinal);
    }

    /// <summary>Index of the first word in a block that ends after an offset; that of the last word of the block where none does.</summary>
    /// <returns>−1 where no word of the block is read.</returns>
    internal int TokenAt(int block, int offset)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var token = Tokens[middle];
            var isBefore = token.Block < block || (token.Block == block && token.Word.End <= offset);
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        if (low < Tokens.Count && Tokens[low].Block == block)
        {
            return low;
        }

        return low > 0 && Tokens[low - 1].Block == block ? low - 1 : -1;
    }

    private void ReadBlocks(string prompt)
    {
        var words = new List<(Word Word, int Sentence, int Block)>();
        var sentences = new List<Sentence>();
        for (var block = 0; block < Blocks.Count; block++)
        {
            if (Blocks[block].Kind is TextBlockKind.Prose or TextBlockKind.Heading)
            {
                AddWords(block, words, sentences);
            }
            else
            {
                var pieces = Blocks[block].Cells.Count > 0 ? Blocks[block].Cells.Select(cell => cell.Text) : [Blocks[block].Text];
                otherWords += pieces.Where(piece => !IsOfPrompt(piece)).Sum(piece => Word.AllOf(piece).Count);
            }
        }

        OtherLanguage = Language.OtherThanEnglish(words.Select(word => word.Word.Text));
        Sentences = sentences;
        var reasons = UnreadText.Find(
            words.ConvertAll(word => (word.Word, word.Sentence)),
            prompt,
            sentence => Blocks[sentences[sentence].Block].Kind == TextBlockKind.Heading
        );
        ReadsAsSentences = SentenceForm.IsHeldTogether(
            words.Where((word, i) => !word.Word.IsNumber && reasons[i] is Unread.No or Unread.TermList).Select(word => word.Word)
        );
        ReadsAsSentences &= SentenceForm.HasPauses(words.Select(word => word.Word));
        KeepWhatIsRead(words, reasons);
        ReadsAsSentences &= !WordOrder.IsBroken(Tokens);
    }

    private void AddWords(int block, List<(Word Word, int Sentence, int Block)> words, List<Sentence> sentences)
    {
        var text = Blocks[block].Text;
        var ofBlock = Word.AllOf(text);
        var starts = Prose.Sentences.Starts(text, ofBlock).Index().Where(start => start.Item).Select(start => start.Index).ToList();
        for (var s = 0; s < starts.Count; s++)
        {
            var end = s + 1 < starts.Count ? starts[s + 1] : ofBlock.Count;
            var from = ofBlock[starts[s]].Start;
            var to = end < ofBlock.Count ? ofBlock[end].Start : text.Length;
            words.AddRange(ofBlock[starts[s]..end].Select(word => (word, sentences.Count, block)));
            sentences.Add(new Sentence(Blocks[block].LineAt(from), text[from..to].Trim()) { Block = block });
        }
    }

    private void KeepWhatIsRead(List<(Word Word, int Sentence, int Block)> words, Unread[] reasons)
    {
        var tokens = new List<Token>();
        var texts = Blocks.Select(block => (Text: block.Text, Cut: (char[]?)null)).ToArray();
        var position = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var (word, sentence, block) = words[i];
            var line = Blocks[block].LineAt(word.Start);
            if (reasons[i] == Unread.No)
            {
                var follows = i > 0 && reasons[i - 1] == Unread.No && words[i - 1].Block == block;
                position += follows ? 1 : Gap;
                tokens.Add(new Token(word, position, sentence, block, line));
                continue;
            }

            var (count, first) = unread.GetValueOrDefault(reasons[i], (0, line));
            unread[reasons[i]] = (count + 1, first);
            texts[block].Cut ??= texts[block].Text.ToCharArray();
            texts[block].Cut.AsSpan(word.Start, word.Length).Fill('\n');
        }

        Tokens = tokens;
        Denied = Negation.Find(tokens);
        ReadTexts = [.. texts.Select(text => text.Cut is null ? text.Text : new string(text.Cut))];
    }
}
