using System.Net;
using System.Web;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Accounts;

[Collection(AccountTests.Name)]
public sealed class Passwords(SampleHost host)
{
    private const string Next = "another lantern 8";

    [Fact]
    public async Task Change_WhenDone_SignsOtherBrowsersOut()
    {
        var account = await host.NewAccount();
        var (here, elsewhere) = (await host.SignedIn(account.Email!), await host.SignedIn(account.Email!));
        (await here.Submit("/account/password", ("Input.CurrentPassword", AccountsHost.Password), ("Input.Password", Next))).Location.ShouldBe("/account/profile");
        (await here.Open("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Open("/account/profile")).Status.ShouldBe(HttpStatusCode.Redirect);
        await host.SignedIn(account.Email!, Next);
    }

    [Fact]
    public async Task Change_WhenCurrentPasswordIsWrong_IsRefusedBesideTheField()
    {
        var browser = await host.SignedIn((await host.NewAccount()).Email!);
        var answer = await browser.Submit("/account/password", ("Input.CurrentPassword", "not this one"), ("Input.Password", Next));
        answer.Html.ShouldContain("This is not your current password.");
        answer.Html.ShouldContain("href=\"#Input_CurrentPassword\"");
    }

    [Fact]
    public async Task Change_WhenNewPasswordRepeatsACharacter_IsRefused()
    {
        var browser = await host.SignedIn((await host.NewAccount()).Email!);
        var answer = await browser.Submit("/account/password", ("Input.CurrentPassword", AccountsHost.Password), ("Input.Password", "aaaaaaaaaaaa"));
        answer.Html.ShouldContain("The password needs 10 characters at the least, 4 of them different.");
    }

    [Fact]
    public async Task Forgotten_WhenLinkIsFollowed_GivesANewPasswordOnce()
    {
        var account = await host.NewAccount();
        var signedIn = await host.SignedIn(account.Email!);
        (await host.Visitor().Submit("/account/forgot-password", ("Input.Email", account.Email!))).Location.ShouldBe("/account/sign-in");
        var link = await host.LinkTo(account.Email!);
        var query = HttpUtility.ParseQueryString(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        (string, string)[] fields = [("Input.Account", query["account"]!), ("Input.Token", query["token"]!), ("Input.Password", Next)];

        var opened = await host.Visitor().Open(link);
        opened.Html.ShouldContain(query["token"]!);
        (await host.Visitor().Submit(link, "/account/reset-password", fields)).Location.ShouldBe("/account/sign-in");

        await host.SignedIn(account.Email!, Next);
        (await signedIn.Open("/account/profile")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.Visitor().Submit(link, "/account/reset-password", fields)).Html.ShouldContain("The link has expired or was used already.");
        (await host.InKernel(db => db.Audit.AnyAsync(a => a.EntityType == "Account" && a.EntityId == account.Id.ToString() && a.Changes.Contains("set by a link in a mail")))).ShouldBeTrue();
    }

    [Fact]
    public async Task Forgotten_WhenLocked_LetsInAgain()
    {
        var account = await host.NewAccount();
        for (var attempt = 0; attempt < 5; attempt++)
            await host.Visitor().Submit("/account/sign-in", ("Input.Email", account.Email!), ("Input.Password", "not this one"));
        await host.Visitor().Submit("/account/forgot-password", ("Input.Email", account.Email!));
        var link = await host.LinkTo(account.Email!);
        var query = HttpUtility.ParseQueryString(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        await host.Visitor().Submit(link, "/account/reset-password", ("Input.Account", query["account"]!), ("Input.Token", query["token"]!), ("Input.Password", Next));
        await host.SignedIn(account.Email!, Next);
    }

    [Fact]
    public async Task Forgotten_WhenAddressIsUnknown_AnswersTheSameAndSendsNothing()
    {
        const string unknown = "nobody.to.be.found@accounts.example";
        var account = await host.NewAccount();
        var (known, other) = (host.Visitor(), host.Visitor());
        (await other.Submit("/account/forgot-password", ("Input.Email", unknown))).Location.ShouldBe("/account/sign-in");
        (await known.Submit("/account/forgot-password", ("Input.Email", account.Email!))).Location.ShouldBe("/account/sign-in");
        const string said = "If there is an account with this address, a mail with a link is on its way.";
        (await other.Open("/account/sign-in")).Html.ShouldContain(said);
        (await known.Open("/account/sign-in")).Html.ShouldContain(said);
        (await host.MailsTo(unknown)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Passwords_NeverReachLogOrAuditTrail()
    {
        var account = await host.NewAccount();
        var browser = await host.SignedIn(account.Email!);
        const string secret = "unmistakable lantern 9";
        await browser.Submit("/account/password", ("Input.CurrentPassword", AccountsHost.Password), ("Input.Password", secret));
        host.Log.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        (await host.InKernel(db => db.Audit.AnyAsync(a => a.Changes.Contains(secret) || a.Changes.Contains("PasswordHash")))).ShouldBeFalse();
    }
}
