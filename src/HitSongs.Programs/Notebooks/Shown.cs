using System.Collections;
using System.Globalization;
using System.Reflection;
using HitSongs.Notebooks;

namespace HitSongs.Programs.Notebooks;

/// <summary>The value of a cell as its readers see it: records as rows of a table, everything else as text.</summary>
internal static class Shown
{
    private const int Rows = 30;

    public static IEnumerable<CellOutput> Of(object? value) => value switch
    {
        null => [],
        ReportChart => [],
        ProgramOutput output => output.Outputs(),
        ShownTable table => table.Outputs,
        string text => [CellOutput.Of(text)],
        IEnumerable many => OfMany([.. many.Cast<object?>()]),
        _ => [CellOutput.Of(Text(value))],
    };

    private static IEnumerable<CellOutput> OfMany(IReadOnlyList<object?> items)
    {
        if (items.Count == 0 || items[0] is not { } first || Columns(first) is not { Count: > 0 } columns)
        {
            return [CellOutput.Of($"[{string.Join(", ", items.Take(Rows).Select(Text))}{(items.Count > Rows ? $", … ({items.Count} in all)" : "")}]")];
        }

        var table = new CellTable(
            [.. columns.Select(column => column.Name)],
            [.. items.Take(Rows).Select(item => (string[])[.. columns.Select(column => Text(column.Get(item!)))])]
        );
        return items.Count <= Rows ? [CellOutput.Of(table)] : [CellOutput.Of(table), CellOutput.Of($"{Rows} of {items.Count} rows")];
    }

    /// <summary>A record's properties; of an entry of a dictionary its key and the properties of its value.</summary>
    private static List<(string Name, Func<object, object?> Get)> Columns(object item)
    {
        var type = item.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            var (key, value) = (type.GetProperty("Key")!, type.GetProperty("Value")!);
            return
            [
                ("Name", key.GetValue),
                .. Properties(value.PropertyType).Select(p => (p.Name, (Func<object, object?>)(entry => p.GetValue(value.GetValue(entry))))),
            ];
        }

        return type.IsPrimitive || item is string or decimal ? [] : [.. Properties(type).Select(p => (p.Name, (Func<object, object?>)p.GetValue))];
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0);

    private static string Text(object? value) => value switch
    {
        null => "–",
        double number => number.ToString("0.####", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
