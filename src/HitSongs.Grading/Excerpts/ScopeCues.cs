using System.Text.RegularExpressions;
using static HitSongs.Grading.Excerpts.ScopeWords;

namespace HitSongs.Grading.Excerpts;

/// <summary>Turns of phrase by which an author does not state what he writes. All take time linear in the text.</summary>
internal static class ScopeCues
{
    private static readonly Regex[] Frames =
    [
        Make(
            @"\b(it would be (so |very |really )?(nice|good|great|lovely|useful|helpful|wonderful|ideal|cool|handy|better)( if| that| were| to)?|it would "
                + @"have been|i (really |do |so |only |just |still )?(wish|hope|pray|dream|long for)\b|i('d| would) (really )?(like|love|be "
                    + @"(glad|happy|delighted|grateful|thankful)) (it|if|that|to see|pytorch|for)\b|(my|our|one) (wish|hope|dream)s?\b|we (wish|hope)\b|one "
                        + @"(wishes|hopes|would wish|would hope|could wish)|ideally\b|hopefully\b|with (any|some) luck|fingers crossed|let('s| us) hope|if i "
                            + @"had my way|in a (perfect|better) world|if only|how nice it would be|wouldn't it be|would it not be|in an ideal world|in my "
                                + @"dreams|what i would (like|love|give)|it is to be hoped|please let|may (it|the|this|that) [a-z]+ )\b"
        ),
        Make($@"\b{Others} {Often}{Say}\b"),
        Make(
            @"\b(i (have |once |often |was |have been |had )*(heard|read|was told|been told|told)\b( somewhere| once)?( that)?|it( is|'s) (often |commonly "
                + @"|widely |sometimes |frequently "
                    + @")?(said|claimed|believed|thought|assumed|rumou?red|supposed|alleged)|(rumou?r|legend|tradition|folklore|popular "
                        + @"(belief|wisdom|opinion)|conventional wisdom|the (story|legend|myth|tale)) (has|holds|would "
                            + @"have|says|goes|tells|claims|insists|maintains)|(so|as|or so) (the|this|that) (story|legend|myth|tale|saying) "
                                + @"goes|supposedly|allegedly|according to (some|a|an|my|the internet|popular|many|him|her|them))\b"
        ),
        Make(
            @"\b(i (do not|don't|cannot|can't|could not|couldn't) (know|say|tell|remember|recall|believe|think|claim|agree)( if| whether| that| why| how)?|i "
                + @"am not sure|i'm not sure|i am unsure|not sure|no idea|who knows|hard to (say|tell))\b"
        ),
        Make(
            @"\b(i (used to|once|always|had always|had|long|first|originally|previously|wrongly|mistakenly|formerly) "
                + @"(think|thought|believe|believed|assume|assumed|say|said)|at first i (thought|believed|assumed)|i thought|i believed|i was (once "
                    + @")?convinced|my first guess was|i would have (said|thought|guessed)|i (wrongly )?assumed)\b"
        ),
        Make(
            @"\b(it is|it's|it was|that's|it would be)( all| simply| just| completely| entirely| totally| plainly| quite| of course| however| therefore)* "
                + @"?((a|an|the) )?((widespread|common|popular|old|complete|pure|frequent|big|stubborn|classic|typical|well known|well-known) "
                    + @")*(myth|misconception|mistake|error|fallacy|misunderstanding|legend|nonsense|wrong|false|untrue|incorrect|mistaken|not true|not the "
                        + @"case|not correct|not right) (that|to (say|think|believe|assume|claim|suppose))\b"
        ),
        Make(
            @"\b(the|a|an|this|that|one|another) ((widespread|common|popular|old|frequent|stubborn|classic|typical|usual|wrong|false|mistaken|naive|widely "
                + @"held) "
                    + @")*(myth|idea|claim|belief|notion|misconception|opinion|view|fallacy|legend|misunderstanding|rumou?r|story|tale|"
                    + @"folklore|superstition|hearsay|saying|gossip) (goes,? |tells us |would have it )?(says |is |holds |has it |goes )?(that|is that|says)\b"
        ),
        Make(
            @"\b((you|one|a beginner|beginners|people|we) (might|may|could|would) (be tempted to )?(think|believe|assume|suppose|expect|say|imagine)|it( "
                + @"is|'s) tempting to|it (may|might) seem|it (seems|looks) as if|(never|nobody|no one|don't|do not) (should "
                    + @")?(believe|think|assume|claim|say)s?( that)?|it is not true|it's not true|it isn't true|it is not the case|it's not the case|it is by "
                        + @"no means true|nothing could be further)\b"
        ),
    ];

    private static readonly Regex Aside = Make(@"^\W*(contrary to|unlike|in contrast to|despite|against|as opposed to|other than) [^,;:.]*,");

    private static readonly Regex Contrast = Make(
        @"(, but |; but |\bbut (in|now|that|this|it|he|she|they|the|i|we|really|actually|today|nowadays|only|not|rather)\b|[,;:\u2014\u2013-] ?(rather|in "
            + @"fact|in reality|in truth|actually|instead|really|the truth is|whereas|while in|now i know|today i know|on the contrary)|\. )"
    );

    private static readonly Regex Endorsed = Make(
        @"\b(rightly|correctly|with good reason|and (that|this|it|he is|she is|they are|that's|he's|she's) (is )?(absolutely |quite |perfectly "
            + @")?(right|true|correct)|(he|she|they|it) (is|are|was|were) (absolutely |quite |perfectly )?right\b|which is (absolutely |quite |perfectly "
                + @")?(right|true|correct)|(and )?i (fully |quite )?agree|as is well known|quite right)\b"
    );

    private static readonly Regex Ironic = Make(
        @"\b((yeah|yes|oh|sure),? (right|sure)[,.!]|pigs (can |will |might )?fly|as if\b.*[!.]$|i am (also )?the (queen|king|pope|emperor)|(moon|earth) is "
            + @"(made of|flat)|haha|ha ha|(lol|rofl)\b|just as (surely|certainly) as|and santa|in your dreams|what a genius)|\s/s$"
    );

    private static readonly Regex Elsewhere = Make(
        @"^\W*(in|with|for|under|as for|only in) (tensorflow|keras|jax|numpy|mxnet|theano|matlab|excel|scikit-learn|sklearn|caffe|r|julia|the human "
            + @"brain|humans|people|physics|biology)\b"
    );

    private static readonly Regex BackSubject = Make(
        @"^\W*((but|and|yet|well|however|sorry|no|now|ok|of course|which|except that|only that|unfortunately|sadly),? )*(that|this|which|it|these|those|(the "
            + @")?(first|second|last|previous|former|above|preceding)( "
                + @"(sentence|claim|statement|part|one|bit|paragraph|point))?|(that|this|the|my|his|her|their) ((last|whole|first|previous|quoted|above) "
                    + @")*(sentence|claim|statement|idea|belief|view|part|paragraph|quote|quotation|bit|remark|picture|"
                    + @"opinion|answer|explanation|description)|he|she|they|my (friend|colleague)|the (author|blog|book|writer)|"
                    + @"what (i|he|she|they|we) (just )?(said|wrote|say|says|claim|claims|claimed|think|thinks))\b"
    );

    private static readonly Regex WrongPredicate = Make(
        $@"^( (is|are|was|were|got|gets|has|have|it|this|that|rather|also|both)|'s|'re|n't| not)*{Very} {Wrong}\b"
    );

    private static readonly Regex Subordinate = Make(@"^ (that|to|if|when|in (the|a) case|because you)\b");

    private static readonly Regex Retraction = Make(
        @"^\W*((but|and|well|oh|or|hmm|ah),? )*(no[.,!:]|no$|nope|wrong[.!:,]|wrong$|not so[.!:,]|not true[.!:]|false[.!:]|nonsense[.!:]|rubbish[.!:]|scrap "
            + @"that|forget (that|this|it|what i)|i take (that|this|it|everything|all)( of that| of this)? back|strike that|ignore (that|this|the last|what "
                + @"i)|on second thoughts?|on reflection|no,? wait|wait,? no|hold on|i was wrong|i stand corrected|i (have )?changed my mind|thinking about "
                    + @"it again|now that i think (about|of) it|correction|sorry,? (i|that|this))\b?"
    );

    private static readonly Regex Everything = Make(
        @"\b(all|everything|nothing|none|each (sentence|line|point|claim)|every (sentence|word|line|point|claim|bit|one)|not (a|one) (single "
            + @")?(word|sentence|line)|(the|this|my) (whole|entire|above|foregoing|preceding|rest of the) "
                + @"?(answer|text|story|paragraph|explanation|description)?|the above|what (stands|stood|is written|was said|has been said|i wrote|i said|i "
                    + @"have written|i've written|you( have)?( just)? read)|both (of )?(the )?(sentences|paragraphs|claims))\b"
    );

    private static readonly Regex Verdict = Make(
        $@"\b((is|are|was|were|be|as|it|holds?|of){Very} {Wrong}|(holds?|works?|happens?|applies|stands?) (true )?(not|like that|that way)|(is|are|was|were) "
            + @"(true|right|correct|the case|so)|do not (believe|trust)|don't (believe|trust)|never believe|take .{{0,30}} back|i (don't|do not) "
                + @"(believe|mean|stand by)|i withdraw|ignore|disregard|forget|not mean)\b"
    );

    private static readonly Regex AheadPlace = Make(
        @"\b(following|follows|below|here comes|here is|here are|next|as goes|goes like|goes as|reads|is this|runs|like this|these lines|this text|the "
            + @"text|it says|let me (repeat|retell|recite|tell|quote)|i (repeat|retell|recite|quote))\b|:\s*$"
    );

    private static readonly Regex MythNoun = Make(
        @"\b(myths?|misconceptions?|misunderstandings?|fallac(y|ies)|falsehoods?|nonsense|legends?|fairy ?tales?|folklore|superstitions?|old wives|tall "
            + @"tales?|hoax(es)?|hearsay|debunk(ed|s|ing)?|wrong (answer|explanation|idea|view|picture)s?|confused (student|answer)|mistakes? of "
                + @"beginners|(is|are|be) (wrong|false|untrue|mistaken)|wrong|untrue|mistaken)\b"
    );

    private static readonly Regex Reset = Make(
        @"^\W*(in truth|in reality|in fact|actually|the truth is|the truth|really|what really happens|what is (true|right|correct)|correct is|the "
            + @"(right|correct|true) (answer|version|explanation|view)|now the|here is (the|what)|right is|instead|as a matter of fact|so what is true|the "
                + @"fact is|rather)\b"
    );

    private static readonly Regex MythHeading = Make(
        @"^\W*((common|widespread|popular|typical|frequent|some|old) )*(myths?|misconceptions?|errors?|mistakes|fallacies|misunderstandings|wrong( ideas| "
            + @"answers)?|false|what is (not true|wrong)|not true)\W*$"
    );

    private static readonly Regex Conditional = Make(@"\b(would|should|could|might|ought to|had better)\b");

    private static readonly Regex Condition = Make(
        @"\b(if|unless|without|otherwise|else|were it|had it|in case|when|should be (called|used|done|set|cleared|made))\b"
    );

    /// <summary>Whether it says what would or should be, and not on what condition.</summary>
    public static bool IsConditional(string text) => Conditional.IsMatch(text) && !Condition.IsMatch(text);

    /// <summary>Whether it speaks of everything that is written, and not of the sentence before alone.</summary>
    public static bool SpeaksOfAll(string text) => Everything.IsMatch(text);

    public static bool IsQuestion(string text) => text.AsSpan().TrimEnd(" \"'*_)\u201d").EndsWith("?");

    /// <summary>The first turn of phrase by which what follows it is not stated.</summary>
    public static Match FrameIn(string text) =>
        Frames.Select(frame => frame.Match(text)).Where(match => match.Success).DefaultIfEmpty(Match.Empty).MinBy(match => match.Index)!;

    /// <summary>Where the part before the statement ends: "Contrary to what many think, …"; 0 where there is none.</summary>
    public static int EndOfAside(string text) => Aside.Match(text) is { Success: true } match ? match.Length : 0;

    /// <summary>Where what is stated begins behind a turn; −1 where there is none.</summary>
    public static int EndOfContrast(string text, int from) => Contrast.Match(text, from) is { Success: true } match ? match.Index + match.Length : -1;

    private static readonly Regex Turn = Make(
        @"^\W*(although|though|even|but|while|whereas|yet|whatever|no matter|despite|however|and "
            + @"not|not|unlike|contrary|where|which|whom|when|because|since|as opposed|instead)\b"
    );

    /// <summary>Whether what leads in to a frame sets it against what stands before.</summary>
    public static bool Turns(string between) => Turn.IsMatch(between);

    public static bool IsEndorsed(string text) => Endorsed.IsMatch(text);

    public static bool IsIronic(string text) => Ironic.IsMatch(text);

    public static bool IsAboutSomethingElse(string text) => Elsewhere.IsMatch(text);

    /// <summary>Whether it calls wrong what stands before it.</summary>
    public static bool RejectsBefore(string text)
    {
        if (Retraction.IsMatch(text))
        {
            return true;
        }

        // "That is wrong." speaks of what stands before; "It is wrong to think …" does not.
        var subject = BackSubject.Match(text);
        var predicate = subject.Success ? WrongPredicate.Match(text[subject.Length..]) : Match.Empty;
        return predicate.Success && !Subordinate.IsMatch(text[(subject.Length + predicate.Length)..]);
    }

    /// <summary>Whether it calls wrong all that stands before it, or all that follows.</summary>
    public static bool RejectsAll(string text) => Everything.IsMatch(text) && Verdict.IsMatch(text) && (MythNoun.IsMatch(text) || IsDenial(text));

    /// <summary>Whether it announces something wrong.</summary>
    public static bool AnnouncesWrong(string text) => MythNoun.IsMatch(text) && AheadPlace.IsMatch(text);

    public static bool IsReset(string text) => Reset.IsMatch(text);

    public static bool IsMythHeading(string text) => MythHeading.IsMatch(text);

    private static readonly Regex Denial = Make($@"\b(nothing|none|not|never|no|don't|withdraw|back|ignore|disregard|forget|{Wrong})\b");

    private static bool IsDenial(string text) => Denial.IsMatch(text);

    private static Regex Make(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
}
