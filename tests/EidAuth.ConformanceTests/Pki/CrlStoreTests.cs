using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The lists that are held: never an older one, never one that is out of date, never another CA's.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class CrlStoreTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Theory(DisplayName = "C6: a list that is older than the one held is refused, and the newer one stays")]
    [InlineData(-1, 0x0F)]
    [InlineData(-1, 0x10)]
    [InlineData(-1, 0x11)]
    [InlineData(0, 0x0F)]
    [InlineData(1, 0x0F)]
    [InlineData(1, null)]
    [InlineData(-1, null)]
    public async Task An_older_list_is_refused(int minutesLater, int? number)
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        Assert.Null((await OfferAsync(store, scenario, 0, 0x10, isListed: true)).Defect);

        var intake = await OfferAsync(store, scenario, minutesLater, number, isListed: false);

        Assert.Equal(CrlDefect.RolledBack, intake.Defect);
        Assert.NotNull(intake.Evidence);
        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out var verdict));
        Assert.Equal((CrlStatus.Revoked, "10"), (verdict.Status, verdict.Evidence!.Number));
    }

    [Theory(DisplayName = "C6+: a newer one takes its place, and the same one is no older one")]
    [InlineData(1, 0x11)]
    [InlineData(0, 0x11)]
    [InlineData(1, 0x10)]
    [InlineData(0, 0x10)]
    public async Task A_newer_list_takes_its_place(int minutesLater, int number)
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        Assert.Null((await OfferAsync(store, scenario, 0, 0x10, isListed: true)).Defect);

        Assert.Null((await OfferAsync(store, scenario, minutesLater, number, isListed: false)).Defect);

        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out var verdict));
        Assert.Equal(CrlStatus.NotListed, verdict.Status);
    }

    [Fact(DisplayName = "C6: a list without number after an older one without number is refused by its time alone")]
    public async Task Lists_without_numbers_go_by_their_time()
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        Assert.Null((await OfferAsync(store, scenario, 0, null, isListed: true)).Defect);

        Assert.Equal(CrlDefect.RolledBack, (await OfferAsync(store, scenario, -1, null, isListed: false)).Defect);
        Assert.Null((await OfferAsync(store, scenario, 1, null, isListed: false)).Defect);
    }

    [Fact(DisplayName = "C6: the newest that was seen is remembered when its list is out of date")]
    public async Task The_newest_is_remembered_when_it_is_out_of_date()
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        scenario.List.NextUpdate = scenario.Now.AddMinutes(-30);
        Assert.Equal(CrlDefect.Stale, (await OfferAsync(store, scenario, 0, 0x10, isListed: false)).Defect);
        scenario.List.NextUpdate = scenario.Now.AddDays(1);

        Assert.Equal(CrlDefect.RolledBack, (await OfferAsync(store, scenario, -1, 0x0F, isListed: false)).Defect);
        Assert.False(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out var verdict));
        Assert.Equal(CrlDefect.Stale, verdict.Defect);
    }

    [Fact(DisplayName = "C5: a list that is out of date lets nobody pass, and still says revoked")]
    public async Task What_was_revoked_stays_revoked()
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        scenario.List.NextUpdate = scenario.Now.AddMinutes(-30);
        Assert.Equal(CrlDefect.Stale, (await OfferAsync(store, scenario, 0, 0x10, isListed: true)).Defect);

        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out var verdict));
        Assert.Equal((CrlStatus.Revoked, true), (verdict.Status, verdict.IsOutOfTime));
        Assert.Null(store.Holds(QuestionOf(scenario), scenario.Now));
        Assert.False(store.WasCheckedWithin(QuestionOf(scenario), TimeSpan.FromDays(1), scenario.Now));
        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now.AddDays(-2), out _));
    }

    [Fact(DisplayName = "C4: a hold is nothing that lasts longer than its list")]
    public async Task A_hold_ends_with_its_list()
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        scenario.Listing(ForgedCrl.Reason(6));
        Assert.Null((await TakeAsync(store, scenario)).Defect);

        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out var verdict));
        Assert.Equal(CrlStatus.OnHold, verdict.Status);
        Assert.False(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now.AddDays(8), out _));
    }

    [Fact(DisplayName = "C6: over a restart too")]
    public async Task Over_a_restart_too()
    {
        using var folder = new CertificateFiles([]);
        var scenario = CrlScenario.Ec();
        Assert.True((await OfferAsync(new CrlStore(folder.Path), scenario, 0, 0x10, isListed: true)).IsInFolder);

        var restarted = new CrlStore(folder.Path);
        Assert.Equal(1, await restarted.LoadAsync(QuestionOf(scenario), scenario.Now, None));

        Assert.Equal(CrlDefect.RolledBack, (await OfferAsync(restarted, scenario, -1, 0x0F, isListed: false)).Defect);
        Assert.True(restarted.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out var verdict));
        Assert.Equal(CrlStatus.Revoked, verdict.Status);
    }

    [Fact(DisplayName = "C5: a list that ran out while it was held does not answer")]
    public async Task A_list_that_ran_out_does_not_answer()
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        await OfferAsync(store, scenario, 0, 0x10, isListed: false);
        var end = scenario.List.NextUpdate!.Value;

        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out _));
        Assert.NotNull(store.Holds(QuestionOf(scenario), scenario.Now));
        Assert.False(store.TryLookup(scenario.Proven(), scenario.Question(), end.AddSeconds(60), out var verdict));
        Assert.Equal((CrlStatus.Undecided, CrlDefect.Stale), (verdict.Status, verdict.Defect));
        Assert.Null(store.Holds(QuestionOf(scenario), end.AddSeconds(60)));

        // A clock that went back does not bring it into the future either.
        Assert.False(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.List.ThisUpdate.AddSeconds(-61), out verdict));
        Assert.Equal(CrlDefect.NotYetValid, verdict.Defect);
    }

    [Fact(DisplayName = "C2: the list of a CA does not answer for another with its name")]
    public async Task A_look_alike_is_not_answered_for()
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        await OfferAsync(store, scenario, 0, 0x10, isListed: false);
        scenario.Authority.Key = ForgeKey.P384(5);
        var other = CrlScenario.Ec();
        other.Authority.Key = ForgeKey.P384(5);

        Assert.False(store.TryLookup(other.Proven(), other.Question(), other.Now, out var verdict));
        Assert.Equal(CrlDefect.Absent, verdict.Defect);
    }

    [Fact(DisplayName = "C11: a list does not answer for a certificate of the same CA that may not sign lists")]
    public async Task The_right_to_sign_is_looked_at_each_time()
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        await OfferAsync(store, scenario, 0, 0x10, isListed: false);
        var other = CrlScenario.Ec();
        other.Authority.With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true);

        Assert.False(store.TryLookup(other.Proven(), other.Question(), other.Now, out var verdict));
        Assert.Equal(CrlDefect.IssuerMayNotSign, verdict.Defect);
    }

    [Fact(DisplayName = "C4: a hold that was lifted is lifted")]
    public async Task A_hold_that_was_lifted_is_lifted()
    {
        var scenario = CrlScenario.Ec();
        var store = new CrlStore();
        scenario.Listing(ForgedCrl.Reason(6));
        await TakeAsync(store, scenario);
        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out var verdict));
        Assert.Equal(CrlStatus.OnHold, verdict.Status);

        scenario.List.Entries = [];
        scenario.List.With(Forge.CrlNumber, Der.Number(0x10, 0xE2));
        await TakeAsync(store, scenario);

        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out verdict));
        Assert.Equal(CrlStatus.NotListed, verdict.Status);
    }

    [Fact(DisplayName = "C8: the parts of one CA's list stand side by side")]
    public async Task Parts_stand_side_by_side()
    {
        var scenario = CrlScenario.Ec();
        scenario.Subject.With(Forge.CrlDistributionPoints, Forge.DistributionPoints("http://crl.example.be/2.crl"));
        var store = new CrlStore();
        foreach (var part in new[] { "1", "2", "3" })
        {
            scenario.List.With(
                Forge.IssuingDistributionPoint,
                Der.Sequence(Der.Explicit(0, Der.Explicit(0, Der.Implicit(6, Der.Ascii($"http://crl.example.be/{part}.crl"))))),
                critical: true);
            scenario.List.Entries = part == "2" ? [ForgedCrl.Entry(scenario.Subject.SerialNumber, scenario.Now)] : [];
            Assert.Null((await TakeAsync(store, scenario)).Defect);
        }

        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now, out var verdict));
        Assert.Equal(CrlStatus.Revoked, verdict.Status);
        Assert.False(store.TryLookup(scenario.Proven(), scenario.Question() with { DistributionPoints = default }, scenario.Now, out verdict));
        Assert.Equal(CrlDefect.Scope, verdict.Defect);
    }

    [Fact(DisplayName = "C13: the root's list, held under the root's rules, answers for the issuing CA")]
    public async Task A_roots_list_is_held_for_months()
    {
        var scenario = CrlScenario.OfRoot();
        scenario.List.NextUpdate = scenario.Now.AddDays(200);
        var store = new CrlStore();

        Assert.Null((await TakeAsync(store, scenario)).Defect);

        Assert.True(store.TryLookup(scenario.Proven(), scenario.Question(), scenario.Now.AddDays(199), out var verdict));
        Assert.Null(verdict.Rejection(isIssuer: true));
    }

    [Fact]
    public async Task Memory_is_bounded_and_the_list_used_longest_ago_makes_room()
    {
        var login = LoginScenario.Ec();
        var lists = Enumerable.Range(0, 4).Select(number => Sibling(login, number)).ToArray();
        var store = new CrlStore { MaximumSize = 3 * 30_000 };
        for (var i = 0; i < 3; i++)
        {
            Assert.Null((await TakeAsync(store, lists[i], login.Now.AddSeconds(i))).Defect);
        }

        Assert.InRange(store.Size, 60_000, 90_000);
        Assert.True(store.TryLookup(lists[0].Proven(), lists[0].Question(), login.Now.AddSeconds(10), out _));
        Assert.Null((await TakeAsync(store, lists[3], login.Now.AddSeconds(11))).Defect);

        Assert.InRange(store.Size, 60_000, 90_000);
        var answered = lists.Select(list => store.TryLookup(list.Proven(), list.Question(), login.Now.AddSeconds(12), out _));
        Assert.Equal([true, false, true, true], answered);
        Assert.Equal(CrlDefect.TooLarge, (await TakeAsync(new CrlStore { MaximumSize = 20_000 }, lists[0], login.Now)).Defect);
    }

    [Fact]
    public async Task Replacing_and_looking_at_once_gives_the_old_list_or_the_new_one()
    {
        var scenario = CrlScenario.Rsa();
        var store = new CrlStore();
        await OfferAsync(store, scenario, 0, 0x10, isListed: true);
        var (authority, subject, question) = (scenario.Proven(), scenario.Question(), QuestionOf(scenario));
        var lists = Enumerable.Range(0, 60).Select(i => EncodeAt(scenario, i, 0x10 + i, isListed: true)).ToArray();
        using var stop = new CancellationTokenSource();

        var looks = Enumerable.Range(0, 2).Select(_ => Task.Run(
            () =>
            {
                var (count, wrong) = (0, 0);
                while (!stop.IsCancellationRequested || count == 0)
                {
                    var isAnswered = store.TryLookup(authority, subject, scenario.Now, out var verdict);
                    wrong += isAnswered && verdict.Status == CrlStatus.Revoked ? 0 : 1;
                    count++;
                }

                return wrong;
            },
            None)).ToArray();
        await Parallel.ForEachAsync(lists, None, async (list, cancellation) => await store.TakeAsync(question, new MemoryStream(list), scenario.Now, cancellation));
        await stop.CancelAsync();

        var wrongLooks = await Task.WhenAll(looks);
        Assert.Equal([0, 0], wrongLooks);
        Assert.Equal("4B", store.Holds(question, scenario.Now)!.Number);
    }

    private static CrlScenario Sibling(LoginScenario login, int number)
    {
        var scenario = CrlScenario.Ec();
        scenario.Authority.Subject = ForgedName.Of((ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, $"20260{number}"));
        scenario.Subject.Issuer = scenario.Authority.Subject;
        scenario.List = ForgedCrl.Of(scenario.Authority, login.Now);
        scenario.List.Entries = [.. Enumerable.Range(1, 1200).Select(i => ForgedCrl.Entry([(byte)(1 + (i >> 8)), (byte)i], login.Now))];
        return scenario;
    }

    private static Task<CrlIntake> OfferAsync(CrlStore store, CrlScenario scenario, int minutesLater, int? number, bool isListed) =>
        store.TakeAsync(QuestionOf(scenario), new MemoryStream(EncodeAt(scenario, minutesLater, number, isListed)), scenario.Now, None);

    private static byte[] EncodeAt(CrlScenario scenario, int minutesLater, int? number, bool isListed)
    {
        var list = ForgedCrl.Of(scenario.Authority, scenario.Now);
        list.ThisUpdate = scenario.Now.AddHours(-1).AddMinutes(minutesLater);
        list.NextUpdate = scenario.List.NextUpdate;
        list.Entries = isListed ? [ForgedCrl.Entry(scenario.Subject.SerialNumber, scenario.Now)] : [];
        _ = number is { } value ? list.With(Forge.CrlNumber, Der.Number((byte)value)) : list.Without(Forge.CrlNumber);
        return list.Encode();
    }

    private static Task<CrlIntake> TakeAsync(CrlStore store, CrlScenario scenario, DateTimeOffset? now = null) =>
        store.TakeAsync(QuestionOf(scenario), new MemoryStream(scenario.List.Encode()), now ?? scenario.Now, None);

    private static CrlQuestion QuestionOf(CrlScenario scenario)
    {
        Assert.True(Certificate.TryRead(scenario.Subject.Encoded, out var subject));
        return CrlQuestion.About(subject!, scenario.Proven(), isTest: true);
    }
}
