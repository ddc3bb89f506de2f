using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Accounts;

[Collection(AccountTests.Name)]
public sealed class ChangingAddress(SampleHost host)
{
    private readonly string _next = $"{Guid.CreateVersion7():N}@next.example";

    [Fact]
    public async Task Address_WhenConfirmed_IsWhatSignsInAndOtherBrowsersAreSignedOut()
    {
        var former = (await host.NewAccount()).Email!;
        var (here, elsewhere) = (await host.SignedIn(former), await host.SignedIn(former));
        (await Ask(here, _next)).Path.ShouldBe("/account/profile");
        var link = await host.LinkTo(_next);
        (await here.Open(link)).Html.ShouldContain(_next);
        (await host.Find(former)).ShouldNotBeNull("opening the link confirms nothing");

        (await here.Submit(link)).Path.ShouldBe("/account/profile");

        (await here.Open("/account/profile")).Html.ShouldContain(_next);
        (await elsewhere.Open("/account/profile")).Path.ShouldStartWith("/account/sign-in");
        await host.SignedIn(_next);
        (await host.Visitor().SignIn(former, AccountsHost.Password)).Html.ShouldContain("The e-mail address or the password is wrong.");
        (await host.InAccounts(db => db.Users.SingleAsync(a => a.Email == _next))).UserName.ShouldBe(_next);
        (await host.InKernel(db => db.Audit.AnyAsync(a => a.EntityType == "Account" && a.Changes.Contains(_next)))).ShouldBeTrue();
    }

    [Fact]
    public async Task Address_WhenConfirmedOnAnotherDevice_AsksToSignInThere()
    {
        var former = (await host.NewAccount()).Email!;
        await Ask(await host.SignedIn(former), _next);
        var link = await host.LinkTo(_next);

        (await host.Visitor().Submit(link)).Path.ShouldBe("/account/sign-in");

        await host.SignedIn(_next);
        (await host.Visitor().Submit(link)).Html.ShouldContain("The link has expired or was used already.");
    }

    [Fact]
    public async Task Address_WhenAskedFor_IsToldToTheFormerOneAndANewPasswordEndsTheLink()
    {
        var former = (await host.NewAccount()).Email!;
        var browser = await host.SignedIn(former);
        await Ask(browser, _next);
        (await host.MailsTo(former)).ShouldHaveSingleItem().Text.ShouldContain(_next);
        (await browser.Submit("/account/password", ("Input.CurrentPassword", AccountsHost.Password), ("Input.Password", "another lantern 8"))).Path.ShouldBe("/account/profile");

        var link = await host.LinkTo(_next);
        (await host.Visitor().Submit(link)).Html.ShouldContain("The link has expired or was used already.");
        await host.SignedIn(former, "another lantern 8");
    }

    [Fact]
    public async Task Address_WhenThePasswordIsWrong_IsRefusedBesideTheFieldAndNothingIsMailed()
    {
        var browser = await host.SignedIn((await host.NewAccount()).Email!);
        var answer = await Ask(browser, _next, "not this one");
        answer.Errors.ShouldBe([("Input_CurrentPassword", "This is not your current password.")]);
        (await host.MailsTo(_next)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Address_WhenItIsTheOneInUse_IsRefused()
    {
        var email = (await host.NewAccount()).Email!;
        (await Ask(await host.SignedIn(email), email.ToUpperInvariant())).Html.ShouldContain("You sign in with this address already.");
    }

    [Fact]
    public async Task Address_WhenItBelongsToAnotherAccount_IsToldOnlyToWhoReadsItsMail()
    {
        var (former, other) = ((await host.NewAccount()).Email!, (await host.NewAccount()).Email!);
        (await Ask(await host.SignedIn(former), other)).Path.ShouldBe("/account/profile");
        var link = await host.LinkTo(other);

        (await host.Visitor().Submit(link)).Html.ShouldContain("An account with this e-mail address exists already.");

        await host.SignedIn(former);
        await host.SignedIn(other);
    }

    [Fact]
    public async Task Link_WhenItsAddressIsExchanged_HoldsNoLonger()
    {
        var former = (await host.NewAccount()).Email!;
        await Ask(await host.SignedIn(former), _next);
        var link = await host.LinkTo(_next);

        (await host.Visitor().Submit(link, ("Input.Email", "thief@next.example"))).Html.ShouldContain("The link has expired or was used already.");
        (await host.Find("thief@next.example")).ShouldBeNull();
    }

    private static Task<Sight> Ask(Visitor browser, string email, string password = AccountsHost.Password) =>
        browser.Submit("/account/address", ("Input.Email", email), ("Input.CurrentPassword", password));
}
