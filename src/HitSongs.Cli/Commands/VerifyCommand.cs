using System.CommandLine;
using HitSongs.Reporting.Signing;

namespace HitSongs.Cli.Commands;

/// <summary>Verbs for signed grades: verify checks one, sign-key makes the keys.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var grade = new Argument<string>("GRADE.json") { Description = "A grade with grade.signature.json and the folder evidence/ beside it." };
        var key = new Option<string>("--key") { Description = "The public key of who signed.", HelpName = "PUBLIC.pem", Required = true };
        var command = new Command("verify", """
            Says whether a signed grade, its evidence and the hash of the rubric that it names are as they were when it was signed.
            Exit codes: 0 they are; 1 they are not; 2 a key or a signature's file is damaged.

            Example: hitsongs verify artifacts/grade.json --key grader.public.pem
            """)
        {
            grade, key,
        };
        command.SetAction(parsed =>
        {
            using var signer = SigningKey.ReadPublic(parsed.GetValue(key)!);
            var file = parsed.GetValue(grade)!;
            var faults = GradeSignature.Verify(file, signer);
            foreach (var fault in faults)
            {
                Console.Error.WriteLine($"hitsongs: {file}: {fault}");
            }

            if (faults.Count == 0)
            {
                Console.Out.WriteLine($"{file}: as it was signed by {SigningKey.Fingerprint(signer)}");
            }

            return faults.Count == 0 ? 0 : 1;
        });
        return command;
    }

    public static Command CreateKey()
    {
        var file = new Argument<string>("KEY.pem") { Description = "Where the private key goes; the public one goes to KEY.public.pem." };
        var command = new Command("sign-key", """
            Makes a pair of keys for signing grades (ECDSA, P-256); overwrites none. OpenSSL's keys of this curve do as well.

            Example: hitsongs sign-key grader.pem
            """)
        {
            file,
        };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(SigningKey.Create(parsed.GetValue(file)!));
            return 0;
        });
        return command;
    }
}
