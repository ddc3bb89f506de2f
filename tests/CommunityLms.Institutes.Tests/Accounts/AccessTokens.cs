using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Accounts;

[Collection(AccountTests.Name)]
public sealed partial class AccessTokens(SampleHost host)
{
    private const string Me = "/api/v1/account";
    private const string HostOnly = "/api/v1/host/institutes";

    [Fact]
    public async Task Token_WhenUsed_WorksInItsOwnersNameAndIsShownOnce()
    {
        var (browser, token) = await Make("trainee", InstitutesPermissions.People.View);
        using var answer = await Call(Me, token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var caller = (await answer.Content.ReadFromJsonAsync<Caller>())!;
        (caller.Name, caller.InstituteId).ShouldBe(("Chen Xiaolan", await host.City));
        (await browser.Open("/account/tokens")).Html.ShouldNotContain(token);
        (await host.InAccounts(db => db.AccessTokens.AnyAsync(t => t.SecretHash.Contains(token) || t.Name.Contains(token)))).ShouldBeFalse();
    }

    [Fact]
    public async Task Token_WhenLimited_MayDoNoMoreThanItsScope()
    {
        var (_, narrow) = await Make("admin", InstitutesPermissions.People.View);
        var (_, wide) = await Make("admin", InstitutesPermissions.People.View, InstitutesPermissions.HostInstitutes);
        using var mine = await Call(Me, narrow);
        (await mine.Content.ReadFromJsonAsync<Caller>())!.Permissions.ShouldBe([InstitutesPermissions.People.View]);
        using var refused = await Call(HostOnly, narrow);
        using var allowed = await Call(HostOnly, wide);
        (refused.StatusCode, allowed.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Make_WhenScopeIsMoreThanOneHolds_IsRefused()
    {
        var browser = await host.SignedInToSample("trainee");
        var answer = await browser.Submit("/account/tokens", ("Input.Name", "more"), ("Input.Days", "30"), ("Input.Permissions", InstitutesPermissions.HostInstitutes));
        answer.Html.ShouldContain("You can only pass on permissions that you hold yourself.");
    }

    /// <summary>A token without a scope would be one without limits.</summary>
    [Fact]
    public async Task Make_WhenScopeIsEmpty_IsRefused()
    {
        var answer = await (await host.SignedInToSample("trainee")).Submit("/account/tokens", ("Input.Name", "nothing"), ("Input.Days", "30"));
        answer.Html.ShouldContain("Choose what the program may do.");
    }

    [Fact]
    public async Task Make_WhenLongerThanAYear_IsRefused()
    {
        var answer = await (await host.SignedInToSample("trainee")).Submit("/account/tokens", ("Input.Name", "long"), ("Input.Days", "366"), ("Input.Permissions", InstitutesPermissions.People.View));
        answer.Html.ShouldContain("A token holds for 365 days at the most.");
    }

    [Fact]
    public async Task Token_WhenExpired_IsRefused()
    {
        var (_, token) = await Make("trainee", InstitutesPermissions.People.View);
        await Change(token, row => row.ExecuteUpdateAsync(set => set.SetProperty(t => t.ExpiresAt, t => t.CreatedAt)));
        await ShouldBeRefused(token);
    }

    [Fact]
    public async Task Token_WhenRevoked_IsRefused()
    {
        var (browser, token) = await Make("trainee", InstitutesPermissions.People.View);
        (await browser.Post($"/account/tokens?handler=Revoke&id={await IdOf(token)}")).Status.ShouldBe(HttpStatusCode.OK);
        await ShouldBeRefused(token);
    }

    [Fact]
    public async Task Revoke_WhenTokenIsSomebodyElses_FindsNothing()
    {
        var (_, token) = await Make("trainee", InstitutesPermissions.People.View);
        var other = await host.SignedInToSample("leader");
        (await other.Post($"/account/tokens?handler=Revoke&id={await IdOf(token)}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var still = await Call(Me, token);
        still.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, InlineData("lms_nothing-of-the-kind"), InlineData("something else"), InlineData("")]
    public async Task Token_WhenUnknown_IsRefused(string token) => await ShouldBeRefused(token);

    /// <summary>A browser's cookie would otherwise stand in for the token, without the check that a form bears.</summary>
    [Fact]
    public async Task Token_WhenUnknownBesideACookie_IsRefused()
    {
        var browser = await host.SignedInToSample("trainee");
        using var answer = await browser.GetWith(Me, new("Basic", "whatever"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>Pages could be used to make a token with more permissions.</summary>
    [Fact]
    public async Task Token_WhenUsedForAPage_OpensNothing()
    {
        var (_, token) = await Make("trainee", InstitutesPermissions.People.View);
        using var answer = await Call("/account/tokens", token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task LastUse_IsWrittenAtMostOnceAnHour()
    {
        var (_, token) = await Make("trainee", InstitutesPermissions.People.View);
        (await LastUse(token)).ShouldBeNull();
        using var first = await Call(Me, token);
        var used = (await LastUse(token)).ShouldNotBeNull();
        using var second = await Call(Me, token);
        (await LastUse(token)).ShouldBe(used);
        await Change(token, row => row.ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, used.AddHours(-2))));
        using var third = await Call(Me, token);
        (await LastUse(token)).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(used);
    }

    private async Task<(Visitor Browser, string Token)> Make(string owner, params string[] permissions)
    {
        var browser = await host.SignedInToSample(owner);
        var made = await browser.Submit("/account/tokens", [("Input.Name", "a program"), ("Input.Days", "30"), .. permissions.Select(p => ("Input.Permissions", (object?)p))]);
        made.Path.ShouldBe("/account/tokens");
        return (browser, Shown().Match(made.Html).Value);
    }

    private Task<HttpResponseMessage> Call(string path, string token) => host.Visitor().GetWith(path, new("Bearer", token));

    private async Task ShouldBeRefused(string token)
    {
        using var answer = await Call(Me, token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
    }

    private Task<int> Change(string token, Func<IQueryable<Institutes.Accounts.Tokens.AccessToken>, Task<int>> change) =>
        host.InAccounts(db => change(db.AccessTokens.Where(t => t.SecretHash == Institutes.Accounts.Secret.HashOf(token))));

    private Task<Guid> IdOf(string token) => host.InAccounts(db => db.AccessTokens.Where(t => t.SecretHash == Institutes.Accounts.Secret.HashOf(token)).Select(t => t.Id).SingleAsync());

    private Task<DateTime?> LastUse(string token) => host.InAccounts(db => db.AccessTokens.Where(t => t.SecretHash == Institutes.Accounts.Secret.HashOf(token)).Select(t => t.LastUsedAt).SingleAsync());

    [GeneratedRegex("lms_[A-Za-z0-9_-]{20,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();

    private sealed record Caller(string Name, Guid? InstituteId, string[] Permissions);
}
