using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Keys;

/// <summary>Security rule 2: the authentication key signs structured login messages and nothing that a caller chose.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class AuthenticationKeyRuleTests
{
    private static readonly string UseAuthenticationKey = "8482";

    [Theory]
    [InlineData(KeyBench.Adult17)]
    [InlineData(KeyBench.Adult18)]
    public void Only_a_login_ever_names_key_82_to_the_card(string citizen)
    {
        using var bench = new KeyBench(citizen, new TypedPins("1234"));
        CardSigningFailureTests.Sign(bench);
        bench.Session.VerifyPin("1234"u8);
        bench.Session.ChangePin("1234"u8, "12345"u8);
        bench.Session.ReadTriesLeft();
        foreach (var file in Enum.GetValues<CardFile>())
        {
            bench.Session.ReadFile(file);
        }

        var reading = bench.Session.ReadAndJudge(TrustAnchors.Belgium, TimeProvider.System.GetUtcNow());
        bench.Session.ProveCard(reading);
        bench.Session.PrepareLogin();
        Assert.DoesNotContain(bench.Card.Transcript, NamesAuthenticationKey);

        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        var message = new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        var token = Assert.IsType<LoginSignature.Completed>(bench.Session.SignLogin(message, "12345"u8)).Token;
        Assert.Single(bench.Card.Transcript, NamesAuthenticationKey);

        // What was signed is the message's own digest, with nothing of a caller's in it but origin and nonce.
        var digest = Convert.ToHexString(message.Digest(token.Algorithm == "RS256" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384));
        Assert.EndsWith(digest, bench.Card.Transcript.Last(command => command.StartsWith("002A", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_private_key_in_the_public_surface_is_the_signature_key()
    {
        Type[] keys = [typeof(AsymmetricAlgorithm), typeof(X509Certificate2), typeof(X509SignatureGenerator)];
        var members =
            from type in typeof(BelpicSession).Assembly.GetExportedTypes()
            from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let given = member switch
            {
                PropertyInfo property => property.PropertyType,
                FieldInfo field => field.FieldType,
                MethodInfo { IsSpecialName: false } method => method.ReturnType,
                _ => null,
            }
            where given is not null && Array.Exists(keys, key => key.IsAssignableFrom(given))
            select $"{type.Name}.{member.Name}";

        // The basic key's is made from file 4040, which has a public half only.
        Assert.Equal(["BasicKey.CreateEcdsa", "SignatureKey.Certificate", "SignatureKey.Key"], members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_public_is_a_key_or_takes_bytes_to_sign()
    {
        var exported = typeof(BelpicSession).Assembly.GetExportedTypes();
        Assert.DoesNotContain(exported, typeof(AsymmetricAlgorithm).IsAssignableFrom);
        var signing =
            from type in exported
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.Name.Contains("Sign", StringComparison.Ordinal) && !method.IsSpecialName && method.DeclaringType!.Namespace == typeof(BelpicSession).Namespace
            select $"{type.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";
        Assert.Equal(
            [
                "BelpicSession.OpenSignatureKey(ISignaturePrompt, String)",
                "BelpicSession.SignLogin(LoginMessage, ReadOnlySpan`1, Nullable`1)",
                "BelpicSession.SignLoginOnPinPad(LoginMessage, String, Nullable`1, CancellationToken)",
            ],
            signing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Key_82_is_named_in_one_place_which_logins_alone_use()
    {
        var core = Path.Combine(Repository.Root, "src", "EidAuth.Core");
        var sources = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        Assert.Equal(["BelpicCard.Keys.cs"], sources.Where(source => source.Value.Contains("AuthenticationKeyReference", StringComparison.Ordinal)).Select(source => source.Key));
        Assert.Equal(["BelpicSession.Login.cs"], sources.Where(source => source.Value.Contains(".SetSecurityEnvironment(", StringComparison.Ordinal)).Select(source => source.Key));
    }

    private static bool NamesAuthenticationKey(string command) =>
        command.StartsWith("0022", StringComparison.Ordinal) && command.EndsWith(UseAuthenticationKey, StringComparison.Ordinal);
}
