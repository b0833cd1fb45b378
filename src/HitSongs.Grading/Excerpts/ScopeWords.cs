namespace HitSongs.Grading.Excerpts;

/// <summary>Words that turns of phrase are made of, as parts of regular expressions.</summary>
internal static class ScopeWords
{
    /// <summary>Not so.</summary>
    public const string Wrong =
        "(wrong|false|untrue|incorrect|inaccurate|mistaken|nonsense|rubbish|garbage|bogus|bullshit|invented|made up|a lie|lies|a joke|a (common |widespread "
            + "|popular |big |complete )?(myth|mistake|misconception|error|fallacy|misunderstanding|legend)|(not|never) (quite |at all |really |actually "
                + ")?(true|right|correct|so|the case|how it works|what happens)|the (exact )?opposite( of (the truth|what is true))?|backwards?|upside "
                    + "down|the wrong way (a)?round|the other way (a)?round|to be ignored)";

    /// <summary>Before it, perhaps.</summary>
    public const string Very =
        "( all| simply| just| completely| entirely| totally| plainly| utterly| quite| of course| however| actually| in fact| sadly| unfortunately| a bit of)*";

    /// <summary>People who are not the author.</summary>
    public const string Others =
        "(they|some|many|people|others|most|someone|somebody|everyone|everybody|beginners|students|novices|folks|textbooks|(some|many|most|other|a lot "
            + "of|lots of) (people|students|beginners|colleagues|authors|tutorials|blogs|books|of us)|(a|an|my|his|her|our|one|the|this|some|another) "
                + "((old|wrong|other|certain|popular|good|best|confused|former|first|mistaken) "
                    + ")*(friend|colleague|classmate|teacher|neighbour|neighbor|brother|sister|tutor|flatmate|roommate|professor|boss|student|blog|blogger|"
                    + "tutorial|forum|video|post|book|internet|web page|website|guy|person|mate|pal|chatbot|answer)s?"
                    + "( of mine| on the internet| i (read|know|found))?)";

    /// <summary>Possible words between them and their verb.</summary>
    public const string Often =
        "((often|always|still|once|sometimes|usually|wrongly|mistakenly|falsely|also|even|might|may|will|would|used to|likes? "
            + "to|kee?ps?|kept|has|have|had|just|recently|boldly|happily) )*";

    /// <summary>Verbs of saying and thinking.</summary>
    public const string Say =
        "(say|says|said|saying|claim|claims|claimed|claiming|think|thinks|thought|thinking|believe|believes|believed|believing|tell you|tells you|told "
            + "me|tells me|tell me|told "
                + "us|write|writes|wrote|written|insist|insists|insisted|argue|argues|argued|assume|assumes|assumed|"
                + "maintain|maintains|maintained|swear|swears|suppose|supposes|explained( to me)?|suggested|suggests|teach|teaches|taught)";
}
