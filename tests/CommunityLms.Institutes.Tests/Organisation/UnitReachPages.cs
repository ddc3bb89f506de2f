using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Organisation;

/// <summary>Who sees and changes which units.</summary>
public abstract class UnitReachPages<TDatabase>(SampleHost<TDatabase> host) : OnTheSample<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    [Theory]
    [InlineData(""), InlineData("/edit"), InlineData("/move"), InlineData("/merge"), InlineData("/archive"), InlineData("/delete")]
    public async Task Page_WithAnIdOfTheOtherInstitute_IsNotFound(string page)
    {
        var foreign = await Host.Stored(db => db.Units.FirstAsync(u => u.Kind == UnitKind.School), second: true);
        var browser = await Host.SignedIn(Admin);

        (await browser.Open($"/institutes/units/{foreign.Id}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/edit"), InlineData("/move"), InlineData("/merge"), InlineData("/archive"), InlineData("/delete"), InlineData("?handler=Restore")]
    public async Task Form_WithAnIdOfTheOtherInstitute_IsNotFoundAndChangesNothing(string page)
    {
        var foreign = await Host.Stored(db => db.Units.FirstAsync(u => u.Kind == UnitKind.School), second: true);
        var browser = await Host.SignedIn(Admin);
        await browser.Open("/institutes/units");
        var (stamp, own) = (foreign.ConcurrencyStamp.ToString(), (await Unit("Conghua District")).Id.ToString());
        (string, object?)[] form = [("Input.Name", "Stolen"), ("Input.Setting", "Rural"), ("Stamp", stamp), ("Input.Stamp", stamp), ("OtherId", own)];

        (await browser.Post($"/institutes/units/{foreign.Id}{page}", form)).Status.ShouldBe(HttpStatusCode.NotFound);

        var after = await Host.Stored(db => db.Units.SingleAsync(u => u.Id == foreign.Id), second: true);
        after.ConcurrencyStamp.ShouldBe(foreign.ConcurrencyStamp);
    }

    [Theory]
    [InlineData("/edit"), InlineData("/move"), InlineData("/merge"), InlineData("/archive"), InlineData("/delete")]
    public async Task Page_ThatChanges_IsRefusedToAMember(string page)
    {
        var own = await Unit("Red Torch Primary School");
        (await (await Host.SignedIn(Member)).Open($"/institutes/units/{own.Id}{page}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Page_OfAUnitBeyondTheOwn_IsRefused()
    {
        var foreign = await Unit("Conghua District");
        (await (await Host.SignedIn(Member)).Open($"/institutes/units/{foreign.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await Host.SignedIn(District)).Open($"/institutes/units/{(await Unit("Yuexiu District")).Id}/edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Page_ForAVisitor_AsksToSignIn() => (await Host.Open().Open("/institutes/units")).Path.ShouldStartWith("/account/sign-in");
}

[Collection(OnSqlite.Name)]
public sealed class UnitReachPagesOnSqlite(SampleHost<SqliteDatabase> host) : UnitReachPages<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class UnitReachPagesOnPostgreSql(SampleHost<PostgreSqlDatabase> host) : UnitReachPages<PostgreSqlDatabase>(host);
