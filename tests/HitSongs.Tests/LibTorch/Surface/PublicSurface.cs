using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HitSongs.Tests.LibTorch.Surface;

/// <summary>
/// Describes an assembly's public members, one line each, as "Type.member(type name = default, …) : type". Inherited members count
/// for the type that inherits them: a call that compiles is what matters.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
    };

    /// <summary>Every public member of every public type, without a space.</summary>
    public static HashSet<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(type => type.IsEnum ? [Enumeration(type)] : Describe(type)).Select(Normal)];

    /// <summary>A description as the comparison sees it.</summary>
    public static string Normal(string description) =>
        description.Replace("ValueTuple<", "Tuple<", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static string Enumeration(Type type) => $"{Path(type)} {{ {string.Join(", ", Enum.GetNames(type))} }}";

    private static IEnumerable<string> Describe(Type type)
    {
        var path = Path(type);
        foreach (var constructor in type.GetConstructors()) yield return $"{path}.new({Parameters(constructor)})";
        foreach (var field in type.GetFields(Members)) yield return $"{path}.{field.Name} : {Name(field.FieldType)}";
        foreach (var property in type.GetProperties(Members)) yield return $"{path}.{Property(property)}";
        foreach (var method in type.GetMethods(Members).Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
        {
            var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
            yield return $"{path}.{method.Name}{generic}({Parameters(method)}) : {Name(method.ReturnType)}";
        }
    }

    private static string Property(PropertyInfo property)
    {
        var index = string.Join(", ", property.GetIndexParameters().Select(Parameter));
        var get = property.GetGetMethod() is null ? "" : "get; ";
        var set = property.GetSetMethod() is null ? "" : "set; ";
        return $"{property.Name}{(index.Length > 0 ? $"[{index}]" : "")} : {Name(property.PropertyType)} {{ {get}{set}}}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        // An indexer's list says nothing of params: it is written the same either way.
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) && parameter.Member is not PropertyInfo ? "params " : "";
        var by = parameter.ParameterType.IsByRef ? (parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ") : "";
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        return $"{many}{by}{Name(type)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Constant(parameter.RawDefaultValue)}" : "")}";
    }

    private static string Constant(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Enum member => Convert.ToInt64(member, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Path(Type type) =>
        type.DeclaringType is { } outer ? $"{Path(outer)}.{Name(type)}" : type.Namespace is "TorchSharp" or null ? Name(type) : $"{type.Namespace}.{Name(type)}";

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (!type.IsGenericType) return type.Name;
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(Nullable<>)) return $"{Name(arguments[0])}?";
        var list = string.Join(", ", arguments.Select(Name));
        if (type.IsAssignableTo(typeof(ITuple)) && type.IsValueType && !arguments.Any(argument => argument.IsGenericParameter)) return $"({list})";
        return $"{type.Name.Split('`')[0]}<{list}>";
    }
}
