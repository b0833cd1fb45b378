using System.CommandLine;
using System.Security.Cryptography;
using HitSongs.Reporting.Signing;

namespace HitSongs.Cli.Options;

/// <summary>--sign KEY of the verbs that grade.</summary>
internal static class SignOption
{
    private static readonly Option<string?> Key = new("--sign")
    {
        Description = "Sign the grade with this private key: grade.signature.json, for `hitsongs verify`.",
        HelpName = "KEY.pem",
    };

    public static void AddTo(Command command) => command.Options.Add(Key);

    /// <summary>The key, looked at before anything slow is done; null where nothing is to be signed.</summary>
    /// <exception cref="InvalidInputException">It is no private key.</exception>
    public static ECDsa? Read(ParseResult parsed) => parsed.GetValue(Key) is { } path ? SigningKey.ReadPrivate(path) : null;

    /// <returns>The file written, or nothing where there is no key.</returns>
    public static IReadOnlyList<string> Sign(string gradeFile, ECDsa? key) => key is null ? [] : [GradeSignature.Sign(gradeFile, key)];
}
