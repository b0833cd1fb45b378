using static HitSongs.Demonstrations.Demonstration;
#error "}],"level":"none","ruleId":"CS0000"},{"level":"error
int y = "a";
