using System.Security.Cryptography;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Signing;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting.Signing;

public sealed class GradeSignatureTests
{
    private TemporaryFolder folder = null!;
    private ECDsa key = null!;

    private string GradeFile => Path.Combine(folder.Path, "grade.json");

    private string SignatureFile => Path.Combine(folder.Path, "grade.signature.json");

    [SetUp]
    public void SignAGrade()
    {
        folder = new TemporaryFolder();
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var report = SampleReport.Create(answer: "Ünicode \u2028 <b> \\ \" \u0001", feedback: "Ångström \uD83C\uDFB5 </script>");
        File.WriteAllText(GradeFile, GradeJson.Write(report.Grade, report.Run));
        EvidenceFolder.Write(Path.Combine(folder.Path, "evidence"), report.Evidence);
        GradeSignature.Sign(GradeFile, key);
    }

    [TearDown]
    public void RemoveFolder()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Test]
    public void An_untouched_grade_is_as_it_was_signed() => Assert.That(GradeSignature.Verify(GradeFile, key), Is.Empty);

    [Test]
    public void A_signature_holds_for_the_public_half_alone()
    {
        using var half = ECDsa.Create();
        half.ImportFromPem(key.ExportSubjectPublicKeyInfoPem());

        Assert.That(GradeSignature.Verify(GradeFile, half), Is.Empty);
    }

    [Test]
    public void Each_changed_byte_of_the_grade_is_found()
    {
        var bytes = File.ReadAllBytes(GradeFile);

        Assert.That(Enumerable.Range(0, bytes.Length).Where(at => !IsFound(GradeFile, bytes, at)), Is.Empty);
    }

    [Test]
    public void Each_changed_byte_of_the_signature_is_found()
    {
        var bytes = File.ReadAllBytes(SignatureFile);

        Assert.That(Enumerable.Range(0, bytes.Length).Where(at => !IsFound(SignatureFile, bytes, at)), Is.Empty);
    }

    [Test]
    public void A_changed_byte_of_any_evidence_is_found_and_its_file_named()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Path, "evidence"), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            File.WriteAllBytes(file, [.. bytes[..^2], (byte)(bytes[^2] ^ 1), bytes[^1]]);

            Assert.That(GradeSignature.Verify(GradeFile, key), Is.EqualTo([$"{Path.GetRelativePath(folder.Path, file)} was changed"]));
            File.WriteAllBytes(file, bytes);
        }
    }

    [Test]
    public void Evidence_that_was_added_or_taken_away_is_found()
    {
        folder.Write("evidence/pytorch/more.json", "{}");
        File.Delete(Path.Combine(folder.Path, "evidence/songs.json"));

        Assert.That(GradeSignature.Verify(GradeFile, key), Is.EqualTo(["evidence/pytorch/more.json was added", "evidence/songs.json is missing"]));
    }

    [TestCase("\"points\": 19.5", "\"points\": 34.5")]
    [TestCase("\"points\": 19.5", "\"points\": 19.50")]
    [TestCase("\"schema\"", "\"schema\": \"hitsongs/grade/1\", \"schema\"")]
    [TestCase("\"name\": \"ada-lovelace\"", "\"name\": \"\\ud800\"")]
    [TestCase("\n", "\n\n")]
    public void A_grade_that_says_something_else_or_says_it_otherwise_is_found(string from, string to)
    {
        var text = File.ReadAllText(GradeFile);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(GradeFile, text[..at] + to + text[(at + from.Length)..]);

        Assert.That(GradeSignature.Verify(GradeFile, key), Is.Not.Empty);
    }

    [Test]
    public void A_signature_by_another_key_is_wrong_even_where_it_names_the_expected_one()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var honest = SigningKey.Fingerprint(key);
        GradeSignature.Sign(GradeFile, other);
        Assert.That(GradeSignature.Verify(GradeFile, key), Is.EqualTo(["it was signed with another key"]));

        File.WriteAllText(SignatureFile, File.ReadAllText(SignatureFile).Replace(SigningKey.Fingerprint(other), honest, StringComparison.Ordinal));
        Assert.That(GradeSignature.Verify(GradeFile, key).Single(), Does.StartWith("the signature is wrong"));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("{\"statement\":null,\"signature\":\"\"}")]
    [TestCase("\0\0")]
    public void A_damaged_signature_file_is_told_by_name(string text)
    {
        File.WriteAllText(SignatureFile, text);

        Assert.That(
            () => GradeSignature.Verify(GradeFile, key),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains("grade.signature.json: the signature's file is damaged")
        );
    }

    [Test]
    public void A_key_pair_is_made_once_for_its_owner_alone_and_used_the_right_way_round()
    {
        var path = Path.Combine(folder.Path, "grader.pem");
        var publicPath = SigningKey.Create(path);
        using var signer = SigningKey.ReadPrivate(path);
        using var checker = SigningKey.ReadPublic(publicPath);
        GradeSignature.Sign(GradeFile, signer);

        Assert.Multiple(() =>
        {
            Assert.That(GradeSignature.Verify(GradeFile, checker), Is.Empty);
            Assert.That(() => SigningKey.Create(path), Throws.TypeOf<UsageException>());
            Assert.That(() => SigningKey.ReadPrivate(publicPath), Throws.TypeOf<InvalidInputException>().With.Message.Contains("this is a public key"));
            Assert.That(() => SigningKey.ReadPublic(path), Throws.TypeOf<InvalidInputException>().With.Message.Contains("this is a private key"));
            if (!OperatingSystem.IsWindows())
                Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        });
    }

    [TestCase("")]
    [TestCase("no key")]
    [TestCase("-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQ==\n-----END PUBLIC KEY-----\n")]
    [TestCase("-----BEGIN PUBLIC KEY-----\n!!!\n-----END PUBLIC KEY-----\n")]
    public void A_damaged_key_is_told_by_name(string pem)
    {
        folder.Write("key.pem", pem);

        Assert.That(
            () => SigningKey.ReadPublic(Path.Combine(folder.Path, "key.pem")),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains("key.pem: ")
        );
    }

    [Test]
    public void A_key_of_another_curve_or_kind_is_refused()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        folder.Write("curve.pem", curve.ExportSubjectPublicKeyInfoPem());
        folder.Write("rsa.pem", rsa.ExportSubjectPublicKeyInfoPem());

        Assert.That(() => SigningKey.ReadPublic(Path.Combine(folder.Path, "curve.pem")), Throws.TypeOf<InvalidInputException>().With.Message.Contains("P-256"));
        Assert.That(() => SigningKey.ReadPublic(Path.Combine(folder.Path, "rsa.pem")), Throws.TypeOf<InvalidInputException>());
    }

    /// <summary>Whether a flipped bit is told of; the file is put back.</summary>
    private bool IsFound(string file, byte[] bytes, int at)
    {
        var changed = (byte[])bytes.Clone();
        changed[at] ^= 1;
        File.WriteAllBytes(file, changed);
        try
        {
            return GradeSignature.Verify(GradeFile, key).Count > 0;
        }
        catch (InvalidInputException)
        {
            return true;
        }
        finally
        {
            File.WriteAllBytes(file, bytes);
        }
    }
}
