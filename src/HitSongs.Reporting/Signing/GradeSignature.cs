using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HitSongs.Reporting.Signing;

/// <summary>Signs a grade into a file beside it, and says whether grade, evidence and signature are still as they were then.</summary>
internal static class GradeSignature
{
    private const int MaxBytes = 16 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>grade.json is signed by grade.signature.json beside it.</summary>
    public static string FileOf(string gradeFile) => Path.ChangeExtension(gradeFile, ".signature.json");

    /// <returns>The file written.</returns>
    public static string Sign(string gradeFile, ECDsa key)
    {
        var statement = SignedStatement.Of(gradeFile, SigningKey.Fingerprint(key));
        var signature = key.SignData(Signed(statement), HashAlgorithmName.SHA256);
        var file = FileOf(gradeFile);
        File.WriteAllBytes(file, Bytes(new SignatureFile(statement, Convert.ToBase64String(signature))));
        return file;
    }

    /// <summary>Objections to the grade, in words; empty where it is as it was signed.</summary>
    /// <exception cref="InvalidInputException">The signature's file is missing or damaged.</exception>
    public static IReadOnlyList<string> Verify(string gradeFile, ECDsa key)
    {
        var (signed, signature) = Read(FileOf(gradeFile));
        if (signed.Key != SigningKey.Fingerprint(key))
        {
            return ["it was signed with another key"];
        }

        // First of all: what an unsigned statement says of hashes means nothing.
        if (!key.VerifyData(Signed(signed), signature, HashAlgorithmName.SHA256))
        {
            return ["the signature is wrong: the list of what was signed was changed, or another key signed it"];
        }

        try
        {
            return [.. SignedStatement.Of(gradeFile, signed.Key).DifferencesFrom(signed)];
        }
        catch (InvalidInputException e) when (File.Exists(gradeFile))
        {
            return [$"the grade was changed: {e.Message.TrimEnd('.')}"];
        }
    }

    private static (SignedStatement Statement, byte[] Signature) Read(string file)
    {
        const string remedy = "Take the file that `hitsongs grade --sign` wrote, or sign the grade again";
        RegularFile.Check(file, file);
        if (!File.Exists(file))
        {
            throw new InvalidInputException(file, null, "the grade has no signature beside it", remedy);
        }

        try
        {
            var bytes = new FileInfo(file).Length <= MaxBytes ? File.ReadAllBytes(file) : [];
            var read = JsonSerializer.Deserialize<SignatureFile>(bytes, Json);
            // Written again, it must be the same bytes: so no byte of it can be changed without being found.
            return read is { Statement.Schema: SignedStatement.CurrentSchema } && Bytes(read).AsSpan().SequenceEqual(bytes)
                ? (read.Statement, Convert.FromBase64String(read.Signature))
                : throw new FormatException("not as it was written");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidInputException(file, null, "the signature's file is damaged", remedy, e);
        }
    }

    private static byte[] Bytes(SignatureFile file) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(file, Json) + "\n");

    private static byte[] Signed(SignedStatement statement) => JsonSerializer.SerializeToUtf8Bytes(statement, Json);

    private sealed record SignatureFile(SignedStatement Statement, string Signature);
}
