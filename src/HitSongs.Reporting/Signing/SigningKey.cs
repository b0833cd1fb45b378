using System.Security.Cryptography;

namespace HitSongs.Reporting.Signing;

/// <summary>Keys for signing grades: ECDSA on the curve P-256, in PEM files as OpenSSL writes them.</summary>
internal static class SigningKey
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int MaxBytes = 64 * 1024;
    private const string MakeOne = "`hitsongs sign-key KEY.pem` makes a pair";

    /// <summary>Makes a pair: the private key, for its owner alone, and beside it the public one.</summary>
    /// <param name="path">Where the private key goes.</param>
    /// <returns>Where the public key lies.</returns>
    /// <exception cref="UsageException">One of the two files exists.</exception>
    public static string Create(string path)
    {
        var publicPath = Path.ChangeExtension(path, ".public.pem");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        const UnixFileMode owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Write(path, key.ExportPkcs8PrivateKeyPem(), owners);
        Write(publicPath, key.ExportSubjectPublicKeyInfoPem(), owners | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return publicPath;
    }

    /// <exception cref="InvalidInputException">It is no private key of the curve.</exception>
    public static ECDsa ReadPrivate(string path)
    {
        var (key, pem) = Read(path);
        return pem.Contains("PRIVATE KEY", StringComparison.Ordinal)
            ? key
            : throw new InvalidInputException(path, null, "this is a public key, and signing needs the private one", MakeOne);
    }

    /// <exception cref="InvalidInputException">It is no public key of the curve.</exception>
    public static ECDsa ReadPublic(string path)
    {
        var (key, pem) = Read(path);
        return pem.Contains("PRIVATE KEY", StringComparison.Ordinal)
            ? throw new InvalidInputException(
                path,
                null,
                "this is a private key, and checking needs the public one",
                "Name the .public.pem beside it, and keep this one secret"
            )
            : key;
    }

    /// <summary>Name of a key: the SHA-256 of its public half, in lower-case hex.</summary>
    public static string Fingerprint(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static (ECDsa Key, string Pem) Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidInputException(path, null, "there is no such file", MakeOne);
        }

        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new InvalidInputException(path, null, "this is too long for a key", MakeOne);
        }

        var pem = File.ReadAllText(path);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.ExportParameters(false).Curve.Oid?.Value == P256
                ? (key, pem)
                : throw new InvalidInputException(path, null, "the key is not on the curve P-256", MakeOne);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new InvalidInputException(path, null, "this is no key in PEM, or one that a password protects", MakeOne, e);
        }
    }

    private static void Write(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        try
        {
            using var stream = new FileStream(path, options);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(text + "\n"));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UsageException($"{path} exists, and no key is overwritten: name another file");
        }
    }
}
