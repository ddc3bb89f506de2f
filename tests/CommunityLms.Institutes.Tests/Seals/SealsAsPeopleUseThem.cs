using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Seals;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Seals;

[Collection(InInstitutesHost.Name)]
public sealed class SealsAsPeopleUseThem(InstitutesHost host)
{
    /// <summary>The smallest PNG: one transparent pixel.</summary>
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private DateOnly Today => host.Clock.Today();

    [Fact]
    public async Task SetUpSeal_WhenTheUnitHasOne_IsRefusedUntilItIsWithdrawn()
    {
        var school = await SchoolWithoutSeal();
        var first = await SetUp(school);
        (await Refusals.Of(() => SetUp(school))).ShouldBe(SealRules.OneSealAUnit);
        await Change(first, (change, stamp) => change.Withdraw(first, stamp, default));
        (await SetUp(school)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Seal_WhenTheUnitIsSomebodyElses_CantBeSetUpSeenOrEntrusted()
    {
        var (yuexiu, browser) = (await SchoolWithoutSeal("Yuexiu District"), await host.Browse("district"));
        var seal = await SetUp(yuexiu);
        var person = await host.Newcomer("admin", yuexiu);

        await Should.ThrowAsync<AccessDenied>(() => host.As("district", s => s.GetRequiredService<SetUpSeal>().Handle(new(yuexiu, "x", Image: null), default)));
        await Should.ThrowAsync<AccessDenied>(() => host.As("district", s => s.GetRequiredService<EntrustSeal>().Handle(new(seal, person, Today, To: null), default)));
        (await browser.Get($"/institutes/seals/{seal}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Get($"/institutes/seals/{seal}/entrust")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Read("/institutes/seals")).ShouldNotContain(seal.ToString());
    }

    [Fact]
    public async Task Seal_WhenItIsOfTheOtherInstitute_IsNotThere()
    {
        var seal = await host.As("admin", s => InstitutesHost.Db(s).Seals.Select(x => x.Id).FirstAsync());
        foreach (var page in new[] { "", "/edit", "/entrust", "/print", "/image" })
            (await (await host.Browse("admin2")).Get($"/institutes/seals/{seal}{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        (await host.As("admin2", s => s.GetRequiredService<ISeals>().Find(seal, default))).ShouldBeNull();
    }

    [Fact]
    public async Task EntrustSeal_WhenItIsForOneself_IsRefused()
    {
        var (seal, admin) = (await SetUp(await SchoolWithoutSeal()), await host.ActorOf("admin"));
        (await Refusals.Of(() => Entrust(seal, admin.Person))).ShouldBe(SealRules.NotToYourself);
    }

    [Fact]
    public async Task EntrustSeal_WhenThePersonHasAnAccount_TellsThem()
    {
        var school = await SchoolWithoutSeal();
        var account = Guid.CreateVersion7();
        await Entrust(await SetUp(school), await host.Newcomer("admin", school, account));
        (await host.As("admin", s => s.GetRequiredService<KernelDbContext>().Notifications.SingleAsync(n => n.AccountId == account))).Kind.ShouldBe("Institutes.SealEntrusted");
    }

    [Fact]
    public async Task Keeper_ForTheirOwnUnitInTheirTime_MayUseTheSealAndElsewhereNot()
    {
        var school = await SchoolWithoutSeal();
        var district = await host.UnitOf("admin", "Conghua District");
        var (seal, keeper) = (await SetUp(school), await host.Newcomer("admin", school));
        await Entrust(seal, keeper, from: Today.AddDays(1), to: Today.AddDays(2));

        (await Usable(keeper, school)).ShouldBeNull();
        using (host.Clock.Ahead(TimeSpan.FromDays(1)))
        {
            (await Usable(keeper, school))!.Id.ShouldBe(seal);
            (await Usable(keeper, district)).ShouldBeNull();
            (await host.As("admin", s => s.GetRequiredService<ISeals>().KeptBy(keeper, default))).Select(s => s.Id).ShouldBe([seal]);
        }
        using (host.Clock.Ahead(TimeSpan.FromDays(3)))
            (await Usable(keeper, school)).ShouldBeNull();
    }

    [Fact]
    public async Task KeeperOfADistrict_ForASchoolBelow_MayNotUseTheSeal()
    {
        var (actor, school) = (await host.ActorOf("district"), await SchoolWithoutSeal());
        (await Usable(actor.Person, await host.UnitOf("admin", "Conghua District"))).ShouldNotBeNull();
        (await Usable(actor.Person, school)).ShouldBeNull();
    }

    [Fact]
    public async Task Keeper_WhenTheSealIsTakenBackOrWithdrawn_MayUseItNoMore()
    {
        var school = await SchoolWithoutSeal();
        var (seal, one, two) = (await SetUp(school), await host.Newcomer("admin", school), await host.Newcomer("admin", school));
        await Entrust(seal, one);
        await Entrust(seal, two);

        await host.As("admin", async s => await s.GetRequiredService<EntrustSeal>().TakeBack(seal, await InstitutesHost.Db(s).SealKeepers.Where(k => k.PersonId == one).Select(k => k.Id).SingleAsync(), default));
        (await Usable(one, school)).ShouldBeNull();
        (await Usable(two, school)).ShouldNotBeNull();

        await Change(seal, (change, stamp) => change.Withdraw(seal, stamp, default));
        (await Usable(two, school)).ShouldBeNull();
        (await host.As("admin", s => s.GetRequiredService<ISeals>().Find(seal, default))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Seal_AfterItsLastDay_CantBeUsedUntilItIsRenewed()
    {
        var school = await SchoolWithoutSeal();
        var (admin, last) = (await host.Browse("admin"), Today.AddDays(10));
        var account = Guid.CreateVersion7();
        var (seal, keeper) = (await SetUp(school), await host.Newcomer("admin", school, account));
        await Entrust(seal, keeper);
        (await admin.Submit($"/institutes/seals/{seal}/edit", ("Input.Name", "公章"), ("Input.ValidUntil", Today.AddDays(-1)))).Errors.ShouldHaveSingleItem().Item2.ShouldContain("is today or a later one");
        (await admin.Submit($"/institutes/seals/{seal}/edit", ("Input.Name", "公章"), ("Input.ValidUntil", last))).Errors.ShouldBeEmpty();
        (await Usable(keeper, school))!.LastDay.ShouldBe(last);
        await host.As("admin", s => ActivatorUtilities.CreateInstance<LookForEndingSeals>(s).Run(null!, default));
        await Eventually.Get(() => host.As("admin", s => s.GetRequiredService<KernelDbContext>().Notifications.AnyAsync(n => n.AccountId == account && n.Kind == "Institutes.SealEnds")), told => told);

        using (host.Clock.Ahead(TimeSpan.FromDays(11)))
        {
            (await Usable(keeper, school)).ShouldBeNull();
            (await host.As("admin", s => s.GetRequiredService<ISeals>().KeepersOf(school, default))).ShouldBeEmpty();
            var ended = (await host.As("admin", s => s.GetRequiredService<ISeals>().EndedFor(keeper, default))).ShouldHaveSingleItem();
            (ended.Seal.Id, ended.Seal.LastDay, ended.IsSealOver, ended.RenewedBy.Count > 0).ShouldBe((seal, last, true, true));
            (await admin.Read("/institutes/seals")).ShouldContain("its time is over");
            (await admin.Submit($"/institutes/seals/{seal}/edit", ("Input.Name", "公章"), ("Input.ValidUntil", last.AddDays(30)))).Errors.ShouldBeEmpty();
            (await Usable(keeper, school))!.Id.ShouldBe(seal);
            (await host.As("admin", s => s.GetRequiredService<ISeals>().EndedFor(keeper, default))).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Keeper_AfterTheirLastDay_IsToldWhoEntrustsItAnew()
    {
        var school = await SchoolWithoutSeal();
        var (seal, keeper) = (await SetUp(school), await host.Newcomer("admin", school));
        await Entrust(seal, keeper, to: Today.AddDays(3));
        (await host.As("admin", s => s.GetRequiredService<ISeals>().KeptBy(keeper, default))).ShouldHaveSingleItem().LastDay.ShouldBe(Today.AddDays(3));
        using (host.Clock.Ahead(TimeSpan.FromDays(4)))
        {
            var ended = (await host.As("admin", s => s.GetRequiredService<ISeals>().EndedFor(keeper, default))).ShouldHaveSingleItem();
            (ended.IsSealOver, ended.RenewedBy.Count > 0).ShouldBe((false, true));
        }
        using (host.Clock.Ahead(TimeSpan.FromDays(100)))
            (await host.As("admin", s => s.GetRequiredService<ISeals>().EndedFor(keeper, default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Image_WhenUploaded_IsServedToWhoMaySeeItAndNeverRuns()
    {
        var (school, admin) = (await SchoolWithoutSeal(), await host.Browse("admin"));
        var sent = await admin.Upload("/institutes/seals/new", ("Input.File", "章.png", Png), ("Input.UnitId", school), ("Input.Name", "学校公章"));
        sent.Errors.ShouldBeEmpty();
        var url = $"{sent.Path}/image";

        var image = await admin.Get(url);
        image.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        image.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        image.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        image.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await image.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        (await (await host.Browse("trainee")).Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.Browse("admin2")).Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var seal = Guid.Parse(sent.Path.Split('/')[^1]);
        await Entrust(seal, (await host.ActorOf("trainee")).Person);
        (await (await host.Browse("trainee")).Get(url)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Image_WhenTheFileOnlyCallsItselfAPicture_IsRefusedBesideTheField()
    {
        var school = await SchoolWithoutSeal();
        var sent = await (await host.Browse("admin")).Upload("/institutes/seals/new", ("Input.File", "seal.png", "<svg onload='alert(1)'/>"u8.ToArray()), ("Input.UnitId", school), ("Input.Name", "学校公章"));
        sent.Errors.ShouldBe([("Input_File", "This kind of file isn't taken here. Choose one of these: image/png, image/jpeg, image/webp.")]);
        (await host.As("admin", s => InstitutesHost.Db(s).Seals.AnyAsync(x => x.UnitId == school))).ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_OfASeal_AllOpenForWhoLooksAfterIt()
    {
        var seal = await SetUp(await SchoolWithoutSeal());
        var admin = await host.Browse("admin");
        (await admin.Read("/institutes/seals")).ShouldContain("nobody keeps it");
        (await admin.Read($"/institutes/seals/{seal}")).ShouldContain("Nobody keeps it yet");
        (await admin.Read($"/institutes/seals/{seal}/edit")).ShouldContain("Save the seal");
        (await admin.Read($"/institutes/seals/{seal}/entrust")).ShouldContain("Entrust the seal");
        (await admin.Read($"/institutes/seals/{seal}/print")).ShouldContain("place for the stamp");
        (await admin.Read($"/institutes/seals/{seal}/print?culture=zh-Hans")).ShouldContain("印章试印页");
    }

    [Fact]
    public async Task List_WhenSearchedAndSorted_ShowsWhatFitsInThatOrder()
    {
        var admin = await host.Browse("admin");
        var names = new[] { "乙字章", "甲字章", "丙字章" };
        foreach (var name in names)
        {
            var school = await SchoolWithoutSeal();
            await host.As("admin", s => s.GetRequiredService<SetUpSeal>().Handle(new(school, name, Image: null), default));
        }

        var down = await admin.Read("/institutes/seals?q=字章&sort=-seal");
        down.ShouldContain("aria-sort=\"descending\"");
        down.ShouldContain("3 found");
        names.OrderByDescending(n => down.IndexOf(n, StringComparison.Ordinal)).ShouldBe(names.Order(StringComparer.Ordinal));
        (await admin.Read("/institutes/seals?q=没有这样的")).ShouldContain("Nothing matches “没有这样的”");
    }

    /// <summary>Some school of the district that has no seal yet.</summary>
    private Task<Guid> SchoolWithoutSeal(string district = "Conghua District") => host.As("admin", s => InstitutesHost.Db(s).Units
        .Where(u => u.Kind == UnitKind.School && InstitutesHost.Db(s).Units.Any(d => d.Id == u.ParentId && d.LatinName == district) && !InstitutesHost.Db(s).Seals.Any(x => x.UnitId == u.Id))
        .OrderBy(u => u.Id).Select(u => u.Id).FirstAsync());

    private Task<Guid> SetUp(Guid unit) => host.As("admin", s => s.GetRequiredService<SetUpSeal>().Handle(new(unit, "公章", Image: null), default));

    private Task Entrust(Guid seal, Guid person, DateOnly? from = null, DateOnly? to = null) =>
        host.As("admin", s => s.GetRequiredService<EntrustSeal>().Handle(new(seal, person, from ?? Today, to), default));

    private Task Change(Guid seal, Func<ChangeSeal, Guid, Task> change) => host.As("admin", async s =>
        await change(s.GetRequiredService<ChangeSeal>(), await InstitutesHost.Db(s).Seals.Where(x => x.Id == seal).Select(x => x.ConcurrencyStamp).SingleAsync()));

    private Task<SealInfo?> Usable(Guid person, Guid unit) => host.As("admin", s => s.GetRequiredService<ISeals>().UsableBy(person, unit, default));
}
