using System.Net;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Accounts;

[Collection(AccountTests.Name)]
public sealed class SigningIn(SampleHost host)
{
    private const string Refusal = "The e-mail address or the password is wrong.";

    [Fact]
    public async Task SignIn_WhenPasswordIsRight_OpensThePageThatWasAskedFor()
    {
        var account = await host.NewAccount();
        var browser = host.Visitor();
        var asked = await browser.Open("/account/profile");
        asked.Path.ShouldBe("/account/sign-in?ReturnUrl=%2Faccount%2Fprofile");
        var answer = await browser.Submit(("Input.Email", account.Email!.ToUpperInvariant()), ("Input.Password", AccountsHost.Password));
        answer.Path.ShouldBe("/account/profile");
        (await browser.Open("/account/profile")).Html.ShouldContain(account.Email);
    }

    [Fact]
    public async Task SignIn_WhenAddressIsUnknownOrPasswordWrong_SaysTheSame()
    {
        var account = await host.NewAccount();
        var wrong = await Try(host.Visitor(), account.Email!);
        var unknown = await Try(host.Visitor(), "nobody.at.all@accounts.example");
        (wrong.Status, unknown.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        wrong.Html.ShouldContain(Refusal);
        unknown.Html.ShouldContain(Refusal);
        wrong.Cookies.ShouldNotContain(c => c.StartsWith("communitylms=", StringComparison.Ordinal));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task SignIn_AfterFiveWrongPasswords_IsLockedAndSaysForHowLong(bool exists)
    {
        var email = exists ? (await host.NewAccount()).Email! : $"{Guid.CreateVersion7():N}@accounts.example";
        var browser = host.Visitor();
        for (var attempt = 1; attempt < 5; attempt++)
            (await Try(browser, email)).Html.ShouldContain(Refusal);
        (await Try(browser, email)).Html.ShouldContain("Try again in 10 minutes");
        (await browser.Submit("/account/sign-in", ("Input.Email", email), ("Input.Password", AccountsHost.Password))).Html.ShouldContain("Try again in 10 minutes");
    }

    [Theory, InlineData("https://elsewhere.example/"), InlineData("//elsewhere.example"), InlineData("/\\elsewhere.example")]
    public async Task SignIn_WhenSentToAnotherSite_StaysHere(string elsewhere)
    {
        var account = await host.NewAccount();
        var answer = await host.Visitor().Submit("/account/sign-in?ReturnUrl=" + Uri.EscapeDataString(elsewhere), ("Input.Email", account.Email!), ("Input.Password", AccountsHost.Password));
        (answer.Status, answer.Path).ShouldBe((HttpStatusCode.OK, "/"));
    }

    [Theory, InlineData("true", true), InlineData("false", false)]
    public async Task SignIn_WhenAskedToStay_OutlivesTheBrowser(string stay, bool outlives)
    {
        var account = await host.NewAccount();
        var answer = await host.Visitor().Submit("/account/sign-in", ("Input.Email", account.Email!), ("Input.Password", AccountsHost.Password), ("Input.StaySignedIn", stay));
        var cookie = answer.Cookies.First(c => c.StartsWith("communitylms=", StringComparison.Ordinal));
        cookie.Contains("expires=", StringComparison.Ordinal).ShouldBe(outlives);
        cookie.ShouldContain("httponly");
    }

    [Fact]
    public async Task SignIn_WhenFormIsForged_IsRefused()
    {
        var account = await host.NewAccount();
        var answer = await host.Visitor().Forge("/account/sign-in", ("Input.Email", account.Email!), ("Input.Password", AccountsHost.Password));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Cookies.ShouldNotContain(c => c.StartsWith("communitylms=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_WhetherItWorksOrNot_LeavesALineInTheAuditTrail()
    {
        var account = await host.NewAccount();
        await Try(host.Visitor(), account.Email!);
        await host.SignedIn(account.Email!);
        var lines = await host.InKernel(db => db.Audit.Where(a => a.EntityType == "SignIn" && a.EntityId == account.Id.ToString()).OrderBy(a => a.Id).ToListAsync());
        lines.Select(l => (l.Who, l.AccountId)).ShouldBe([("Visitor", null), (account.DisplayName, account.Id)]);
        lines[0].Changes.ShouldContain("WrongPassword");
        lines[1].Changes.ShouldContain("SignedIn");
    }

    [Fact]
    public async Task SignIn_WhenRefused_IsLoggedWithoutTheAddress()
    {
        var account = await host.NewAccount();
        for (var attempt = 0; attempt < 5; attempt++)
            await Try(host.Visitor(), account.Email!);
        host.Log.ShouldContain($"Refused: sign-in to account {account.Id}, wrong password");
        host.Log.ShouldContain($"Refused: sign-in to account {account.Id}, locked out");
        host.Log.Where(line => line.StartsWith("Refused", StringComparison.Ordinal)).ShouldNotContain(line => line.Contains(account.Email!, StringComparison.Ordinal));
        var outcomes = await host.InKernel(db => db.Audit.Where(a => a.EntityType == "SignIn" && a.EntityId == account.Id.ToString()).OrderBy(a => a.Id).Select(a => a.Changes).ToListAsync());
        outcomes[^1].ShouldContain("LockedOut");
    }

    [Fact]
    public async Task SignIn_WhenTheSampleIsThere_OffersItsAccounts() =>
        (await host.Visitor().Open("/account/sign-in")).Html.ShouldContain("trainee@sample.example");

    [Fact]
    public async Task SignIn_WhenReadInChinese_HasNoEnglishLabel()
    {
        var page = (await host.Visitor().Open("/account/sign-in?culture=zh-Hans")).Html;
        page.ShouldContain("密码");
        page.ShouldNotContain("Password<");
        page.ShouldNotContain("Keep me signed in");
    }

    [Fact]
    public async Task SignOut_WhenPosted_EndsTheSignIn()
    {
        var browser = await host.SignedIn((await host.NewAccount()).Email!);
        (await browser.Open("/account/sign-out")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await browser.Open("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Post("/account/sign-out")).Path.ShouldBe("/account/sign-in");
        (await browser.Open("/account/profile")).Path.ShouldStartWith("/account/sign-in");
    }

    private static Task<Sight> Try(Visitor browser, string email) => browser.SignIn(email, "not this one");
}
