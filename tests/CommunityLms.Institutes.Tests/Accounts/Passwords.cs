using System.Net;
using CommunityLms.Testing;
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
        (await here.Submit("/account/password", ("Input.CurrentPassword", AccountsHost.Password), ("Input.Password", Next))).Path.ShouldBe("/account/profile");
        (await here.Open("/account/profile")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Open("/account/profile")).Path.ShouldStartWith("/account/sign-in");
        await host.SignedIn(account.Email!, Next);
    }

    [Fact]
    public async Task Change_WhenCurrentPasswordIsWrong_IsRefusedBesideTheField()
    {
        var browser = await host.SignedIn((await host.NewAccount()).Email!);
        var answer = await browser.Submit("/account/password", ("Input.CurrentPassword", "not this one"), ("Input.Password", Next));
        answer.Errors.ShouldBe([("Input_CurrentPassword", "This is not your current password.")]);
    }

    [Fact]
    public async Task Change_WhenNewPasswordRepeatsACharacter_IsRefused()
    {
        var browser = await host.SignedIn((await host.NewAccount()).Email!);
        var answer = await browser.Submit("/account/password", ("Input.CurrentPassword", AccountsHost.Password), ("Input.Password", "aaaaaaaaaaaa"));
        answer.Errors.ShouldBe([("Input_Password", "The password needs 10 characters at the least, 4 of them different.")]);
    }

    [Fact]
    public async Task Forgotten_WhenLinkIsFollowed_GivesANewPasswordOnce()
    {
        var account = await host.NewAccount();
        var signedIn = await host.SignedIn(account.Email!);
        (await host.Visitor().Submit("/account/forgot-password", ("Input.Email", account.Email!))).Path.ShouldBe("/account/sign-in");
        var link = await host.LinkTo(account.Email!);

        (await host.Visitor().Submit(link, ("Input.Password", Next))).Path.ShouldBe("/account/sign-in");

        await host.SignedIn(account.Email!, Next);
        (await signedIn.Open("/account/profile")).Path.ShouldStartWith("/account/sign-in");
        (await host.Visitor().Submit(link, ("Input.Password", Next))).Html.ShouldContain("The link has expired or was used already.");
        (await host.InKernel(db => db.Audit.AnyAsync(a => a.EntityType == "Account" && a.EntityId == account.Id.ToString() && a.Changes.Contains("set by a link in a mail")))).ShouldBeTrue();
    }

    [Fact]
    public async Task Forgotten_WhenLocked_LetsInAgain()
    {
        var account = await host.NewAccount();
        for (var attempt = 0; attempt < 5; attempt++)
            await host.Visitor().SignIn(account.Email!, "not this one");
        await host.Visitor().Submit("/account/forgot-password", ("Input.Email", account.Email!));
        await host.Visitor().Submit(await host.LinkTo(account.Email!), ("Input.Password", Next));
        await host.SignedIn(account.Email!, Next);
    }

    [Fact]
    public async Task Forgotten_WhenAddressIsUnknown_AnswersTheSameAndSendsNothing()
    {
        const string unknown = "nobody.to.be.found@accounts.example";
        var account = await host.NewAccount();
        const string said = "If there is an account with this address, a mail with a link is on its way.";
        foreach (var address in new[] { unknown, account.Email! })
        {
            var answer = await host.Visitor().Submit("/account/forgot-password", ("Input.Email", address));
            answer.Path.ShouldBe("/account/sign-in");
            answer.Html.ShouldContain(said);
        }
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
