namespace TorchSharp.Generation;

/// <summary>The types of elements, and what follows from them, from tables/dtypes.txt.</summary>
internal static class DTypeFamily
{
    public static IEnumerable<(string name, string text)> Files()
    {
        var all = Table.Lines("dtypes.txt").Select(DType.Parse).ToList();
        var (plain, numbers) = (all.FindAll(type => type.CSharp.Length > 0), all.FindAll(type => type.Figures.Length > 0));
        yield return ("dtypes", Template.Fill("dtypes.template", new()
        {
            ["numbers"] = string.Join(", ", all.Select(type => $"{type.Name} = {type.Number}")),
            ["figures"] = Lines(numbers, type => $"ScalarType.{type.Name} => Info((double){type.Part}.MaxValue, {type.Figures}),"),
            ["largest"] = Lines(plain.Where(type => type.IsWhole), type => $"ScalarType.{type.Name} => {type.CSharp}.MaxValue,"),
            ["floating"] = Either(numbers.Where(type => !type.IsComplex)),
            ["complex"] = Either(numbers.Where(type => type.IsComplex)),
            ["elements"] = Lines(plain, type => $"{(type == plain[0] ? "" : ": ")}type == typeof({type.CSharp}) ? ScalarType.{type.Name}"),
            ["conversions"] = Lines(plain.Where(type => type.IsWhole || (type.Figures.Length > 0 && !type.IsComplex && type.CSharp != type.Name)),
                type => $"{type.CSharp} => (T)(object){type.CSharp}.CreateChecked(number),"),
            ["storages"] = Lines(plain, type => $"\"{type.Storage}\" => torch.ScalarType.{type.Name},"),
            ["names"] = Lines(plain, type => $"\"{type.Python}\" => torch.ScalarType.{type.Name},"),
            ["written"] = Lines(plain, type => $"torch.ScalarType.{type.Name} => \"{type.Storage}\","),
        }));
    }

    private static string Lines(IEnumerable<DType> types, Func<DType, string> write) => string.Join('\n', types.Select(write));
    private static string Either(IEnumerable<DType> types) => string.Join(" or ", types.Select(type => $"ScalarType.{type.Name}"));

    private sealed record DType(string Name, string Number, string CSharp, string Python, string Storage, string Figures)
    {
        public bool IsComplex => Name.StartsWith("Complex", StringComparison.Ordinal);
        public bool IsWhole => Figures.Length == 0 && CSharp is not ("" or "bool");

        /// <summary>The type of a number, or of the parts of a complex one.</summary>
        public string Part => !IsComplex ? CSharp : Name.EndsWith("32", StringComparison.Ordinal) ? "float" : "double";

        public static DType Parse(string line)
        {
            var parts = line.Split(" | ");
            string Part(int at) => parts.ElementAtOrDefault(at) ?? "";
            var head = parts[0].Split(" = ");
            return new(head[0], head[1], Part(1), Part(2), Part(3), Part(4));
        }
    }
}
