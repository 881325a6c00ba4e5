using System.Globalization;
using System.Text;
using System.Text.Json;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Mutations;
using EidAuth.UnitTests.Proof;
using Xunit;

namespace EidAuth.UnitTests.Fields;

/// <summary>Whatever comes in the form field: no throw, and never another field than the Register signed.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class EveryFieldByteTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_bit_anywhere_in_a_file_is_one_too_many(bool rsa)
    {
        var card = rsa ? ForgedCard.Rsa() : ForgedCard.Ec();
        var login = FieldsBench.Login();
        var json = PostedFields.Take(card.Content(), FieldsBench.All)!.ToJson();
        using var document = JsonDocument.Parse(json);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var (step, turned) = (IsLong ? 1 : 7, 0);
        foreach (var member in (string[])["identity", "identitySignature", "address", "addressSignature", "photo", "register"])
        {
            var file = document.RootElement.GetProperty(member).GetBytesFromBase64();
            for (var at = random.Next(step); at < file.Length; at += step)
            {
                var bit = random.Next(8);
                byte[] altered = [.. file];
                altered[at] ^= (byte)(1 << bit);
                var changed = json.Replace(
                    $"\"{member}\":\"{Convert.ToBase64String(file)}\"", $"\"{member}\":\"{Convert.ToBase64String(altered)}\"", StringComparison.Ordinal);
                Assert.NotEqual(json, changed);
                Assert.True(PostedFields.TryParse(changed, FieldsBench.All, out var posted));
                Assert.True(
                    card.JudgeFields(posted!, login) is FieldsVerdict.Rejected,
                    string.Create(CultureInfo.InvariantCulture, $"seed {seed}: bit {bit} of byte {at} of {member} may differ"));
                turned++;
            }
        }

        Figures.Add($"bits turned in posted fields of {(rsa ? "RSA" : "P-384")}, each refused", turned, "bits");
        Assert.InRange(turned, 150, int.MaxValue);
    }

    [Fact]
    public void Hostile_text_never_throws_and_proves_nothing_that_was_not_signed()
    {
        var card = ForgedCard.Ec();
        var login = FieldsBench.Login();
        var content = card.Content();
        var seeds = ((CardParts[])[CardParts.Identity, CardParts.Address, CardParts.Photo, CardParts.Holder])
            .Select(agreed => Encoding.UTF8.GetBytes(PostedFields.Take(content, agreed)!.ToJson())).ToArray();
        var seed = Random.Shared.Next();
        var mutator = new Mutator(seeds, Pieces.None);
        var (count, read, proven) = (IsLong ? 1_000_000 : 5_000, 0, 0);
        for (var i = 0; i < count; i++)
        {
            var text = Encoding.UTF8.GetString(mutator.Make(new Dice((ulong)seed, i)));
            if (!PostedFields.TryParse(text, FieldsBench.All, out var posted))
            {
                continue;
            }

            read++;
            if (card.JudgeFields(posted!, login) is FieldsVerdict.Proven { Fields: var fields })
            {
                proven++;
                var trace = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, input {i}");
                Assert.True(fields.Identity?.Raw.Span.SequenceEqual(content.Identity!.Raw.Span) ?? true, trace);
                Assert.True(fields.Address?.Raw.Span.TrimEnd((byte)0).SequenceEqual(content.Address!.Raw.Span.TrimEnd((byte)0)) ?? true, trace);
                Assert.True(fields.Photo?.Span.SequenceEqual(content.Photo!.Value.Span) ?? true, trace);
            }
        }

        Figures.Add("mutated identity fields, none threw", count, "inputs");
        Figures.Add("mutated identity fields read", read, "inputs");
        Figures.Add("mutated identity fields that still proved what was signed", proven, "inputs");
        Assert.InRange(read, 1, count - 1);
    }
}
