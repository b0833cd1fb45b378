using var result = Console.OpenStandardOutput();
result.Write("""{"observations":[null,{"name":null,"line":-1,"value":{"a":[[[1]]]}}],"predictions":[null],"failure":null}"""u8);
result.Flush();
Environment.Exit(0);
