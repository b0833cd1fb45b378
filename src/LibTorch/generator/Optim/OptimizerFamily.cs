namespace TorchSharp.Generation;

/// <summary>The optimizers, but for their steps, from tables/optimizers.txt: one file each.</summary>
internal static class OptimizerFamily
{
    public static IEnumerable<(string name, string text)> Files()
    {
        var lines = Table.Lines("optimizers.txt").ToLookup(line => line.Contains(" | ", StringComparison.Ordinal));
        var meanings = lines[false].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return lines[true].Select(line => line.Split(" | ")).Select(parts => (parts[0], Write(parts, meanings)));
    }

    private static string Write(string[] parts, Dictionary<string, string> meanings)
    {
        var (name, rates) = (parts[0], parts[4].Split(' '));
        var peculiar = parts.Length > 5 ? parts[5].Split("; ").Select(text => text.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]) : [];
        var options = Option.Parse(parts[2]);
        var groupOptions = Option.Parse(peculiar.GetValueOrDefault("group", parts[2]));
        var fields = parts[3].Split("; ").Select(Field.Parse).ToArray();
        var isTold = rates[0] == "!";
        var (betas, momentum) = (options.Any(o => o.Name == "beta1"), options.Any(o => o.Name == "momentum"));
        // All but SGD have a learning rate where groups are given.
        var groupsRate = rates[1] == "!" && name != "SGD" ? rates[0] : rates[1];
        return Template.Fill("optimizer.template", new()
        {
            ["name"] = name,
            ["summary"] = parts[1],
            ["rate"] = isTold ? "learningRate" : "lr",
            ["default"] = isTold ? "" : $" = {rates[0]}",
            ["ownDefault"] = Default(rates[1]),
            ["groupsDefault"] = Default(groupsRate),
            ["groupRate"] = rates[2],
            ["named"] = peculiar.GetValueOrDefault("named", "parameters"),
            ["builderGroup"] = peculiar.GetValueOrDefault("builder", name + ".ParamGroup"),
            ["classGroup"] = peculiar.ContainsKey("builder") ? "ParamGroup<Options>" : "ParamGroup",
            ["interfaces"] = betas ? ", torch.optim.IBetas" : momentum ? ", torch.optim.IMomentum" : "",
            ["betas"] = betas ? "yes" : "",
            ["momentum"] = momentum && !betas ? "yes" : "",
            ["meanings"] = Join("\n", options, o => $"/// <param name=\"{o.Name}\">{meanings[o.Name]}</param>"),
            ["options"] = Join(", ", options, o => $"{o.Type} {o.Name} = {o.Default}"),
            ["groupOptions"] = Join(", ", groupOptions, o => $"{o.Type} {o.Name} = {o.Default}"),
            ["pass"] = Join(", ", options, o => o.Name),
            ["types"] = Join("", options, o => ", " + o.Type),
            ["bare"] = Join(", ", options, o => $"{o.Type} {o.Name}"),
            ["set"] = Join(", ", options, o => $"{o.Name} = {o.Name}"),
            ["groupSet"] = Join(", ", groupOptions, o => $"{o.Name} = {o.Name}"),
            ["complete"] = Join(", ", options, o => $"o.{o.Name}!.Value"),
            ["refusal"] = peculiar.TryGetValue("refuse", out var refused) && refused.Split(" => ") is [var when, var message]
                ? $"var o = Numbers.Of((Options)options);\nif ({when}) throw new ArgumentException({message});" : "",
            ["optionFields"] = Join("\n", options, o => $"public {o.Type}? {o.Name};"),
            ["stateFields"] = Join("\n", fields, f => $"public {f.Declared};"),
            ["starts"] = Join("\n", fields.Where(f => f.Start is not null), f => $"{f.Name} = {f.Value};"),
        });
    }

    private static string Default(string rate) => rate == "!" ? "" : $" = {rate}";
    private static string Join<T>(string between, IEnumerable<T> items, Func<T, string> write) => string.Join(between, items.Select(write));

    private sealed record Option(string Type, string Name, string Default)
    {
        public static Option[] Parse(string list) =>
            [.. list.Split(", ").Select(text => text.Split('=')).Select(pair => new Option(pair[1] is "true" or "false" ? "bool" : "double", pair[0], pair[1]))];
    }

    private sealed record Field(string Type, string Name, string? Start)
    {
        public string Declared => $"{Type.Replace("Tensor", "torch.Tensor")} {Name}{(Type == "Tensor" ? " = null!" : "")}";

        public string? Value => Start switch
        {
            "zeros" => "Full(0)",
            "full(LearningRate)" => "Full(options.LearningRate!.Value)",
            ['f', 'u', 'l', 'l', '(', .. var option, ')'] => $"Full(((Options)options).{option}!.Value)",
            _ => Start,
        };

        public static Field Parse(string text)
        {
            var parts = text.Split([' ', '='], 3);
            return new(parts[0], parts[1], parts.Length > 2 ? parts[2] : null);
        }
    }
}
