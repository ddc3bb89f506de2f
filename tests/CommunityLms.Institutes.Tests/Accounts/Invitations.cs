using System.Net;
using System.Web;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Institutes.People;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Accounts;

[Collection(AccountTests.Name)]
public sealed class Invitations(SampleHost host)
{
    private static int s_number;

    [Fact]
    public async Task Invitation_WhenAccepted_MakesAnAccountAndSignsIn()
    {
        var person = await NewPerson();
        var link = await Invite(person);
        (await host.Find(person.Email!)).ShouldBeNull();
        (await AccountOf(person)).ShouldBeNull();

        var invited = host.Visitor();
        (await invited.Open(link)).Html.ShouldContain(person.Email!);
        (await Accept(invited, link, AccountsHost.Password)).Path.ShouldBe("/");

        var account = (await host.Find(person.Email!)).ShouldNotBeNull();
        (await AccountOf(person)).ShouldBe(account.Id);
        (await invited.Open("/account/profile")).Html.ShouldContain("Sample City Teaching Research Office");
        await host.SignedIn(person.Email!);
    }

    [Fact]
    public async Task Invitation_WhenPasswordIsMissing_IsNotUsedUp()
    {
        var link = await Invite(await NewPerson());
        (await Accept(host.Visitor(), link, password: null)).Html.ShouldContain("Enter a password for your new account.");
        (await Accept(host.Visitor(), link, AccountsHost.Password)).Path.ShouldBe("/");
    }

    [Fact]
    public async Task Invitation_WhenAddressHasAnAccount_ConnectsOnlyAfterTheLinkAndKeepsThePassword()
    {
        var account = await host.NewAccount();
        var person = await NewPerson(account.Email);
        var link = await Invite(person);
        (await AccountOf(person)).ShouldBeNull();

        var visitor = host.Visitor();
        (await Accept(visitor, link, "a password of a stranger")).Path.ShouldBe("/account/sign-in");
        (await AccountOf(person)).ShouldBe(account.Id);
        (await visitor.Open("/account/profile")).Path.ShouldStartWith("/account/sign-in");
        await host.SignedIn(account.Email!);
    }

    [Fact]
    public async Task Invitation_WhenSignedInWithAnotherAddress_ConnectsThatAccount()
    {
        var account = await host.NewAccount();
        var person = await NewPerson();
        var link = await Invite(person);
        var browser = await host.SignedIn(account.Email!);
        (await browser.Open(link)).Html.ShouldContain($"Your account {account.Email} is connected");
        (await Accept(browser, link, password: null)).Path.ShouldBe("/");
        (await AccountOf(person)).ShouldBe(account.Id);
        (await host.Find(person.Email!)).ShouldBeNull();
        (await browser.Open("/account/profile")).Html.ShouldContain("Sample City Teaching Research Office");
    }

    [Fact]
    public async Task Invitation_WhenAccountIsAnotherPersonThere_IsRefused()
    {
        var person = await NewPerson();
        var link = await Invite(person);
        var trainee = await host.SignedInToSample("trainee");
        (await Accept(trainee, link, password: null)).Html.ShouldContain("This account belongs to another person of the institute already.");
        (await AccountOf(person)).ShouldBeNull();
    }

    [Fact]
    public async Task Invitation_WhenAcceptedTwice_IsRefused()
    {
        var person = await NewPerson();
        var link = await Invite(person);
        await Accept(host.Visitor(), link, AccountsHost.Password);
        (await host.Visitor().Open(link)).Html.ShouldContain("This invitation holds no longer");
    }

    [Fact]
    public async Task Invitation_WhenSevenDaysOld_IsRefused()
    {
        var person = await NewPerson();
        var link = await Invite(person);
        var page = await host.Visitor().Open(link);
        page.Html.ShouldContain("Accept the invitation");
        await host.InInstitute(await host.City, db => db.Invitations.Where(i => i.PersonId == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, i => i.SentAt)));
        (await host.Visitor().Open(link)).Html.ShouldContain("This invitation holds no longer");
        var late = await host.Visitor().Post("/account/accept-invitation", ("Input.Token", TokenOf(link)), ("Input.Password", AccountsHost.Password));
        late.Status.ShouldBe(HttpStatusCode.OK);
        (await AccountOf(person)).ShouldBeNull();
    }

    [Fact]
    public async Task Invitation_WhenSentAgain_ReplacesTheFirst()
    {
        var person = await NewPerson();
        var (first, second) = (await Invite(person), await Invite(person));
        (await host.Visitor().Open(first)).Html.ShouldContain("This invitation holds no longer");
        (await Accept(host.Visitor(), second, AccountsHost.Password)).Path.ShouldBe("/");
    }

    [Fact]
    public async Task Invitation_WhenTakenBack_IsRefused()
    {
        var person = await NewPerson();
        var link = await Invite(person);
        await (await host.SignedInToSample("admin")).Post(PageOf(person) + "?handler=Withdraw");
        (await host.Visitor().Open(link)).Html.ShouldContain("This invitation holds no longer");
    }

    [Fact]
    public async Task Invite_WhenPersonWorksElsewhere_IsForbidden()
    {
        var person = await NewPerson(unit: "越秀区");
        (await (await host.SignedInToSample("school")).Open(PageOf(person))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var answer = await (await host.SignedInToSample("school")).Post(PageOf(person) + "?handler=Invite");
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.MailsTo(person.Email!)).ShouldBeEmpty();
    }

    /// <summary>Otherwise a school could enter its own mailbox for the administrator and become one.</summary>
    [Fact]
    public async Task Invite_WhenPersonHoldsARoleAboveOnesReach_IsForbidden()
    {
        var district = await host.SignedInToSample("district");
        var person = await NewPerson(unit: "从化区");
        (await district.Open(PageOf(person))).Status.ShouldBe(HttpStatusCode.OK);
        await host.InInstitute(await host.City, async db =>
        {
            var root = await db.Units.SingleAsync(u => u.ParentId == null);
            var role = await db.Roles.SingleAsync(r => r.BuiltIn == UsualRoles.Administrator);
            db.Add(new Grant(person.Id, role.Id, root.Id, new(2020, 1, 1), to: null));
            return await db.SaveChangesAsync();
        });
        (await district.Open(PageOf(person))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Invite_WhenPersonIsOfAnotherInstitute_FindsNobody()
    {
        var person = await NewPerson();
        var second = await host.SignedInToSample("admin2");
        (await second.Open(PageOf(person))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await second.Post(PageOf(person) + "?handler=Invite")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.MailsTo(person.Email!)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Revoke_WhenDone_EndsTheSignInAndThePermissions()
    {
        var person = await NewPerson();
        var link = await Invite(person);
        var browser = host.Visitor();
        await Accept(browser, link, AccountsHost.Password);
        var admin = await host.SignedInToSample("admin");
        (await admin.Post(PageOf(person) + "?handler=Revoke")).Status.ShouldBe(HttpStatusCode.OK);
        (await AccountOf(person)).ShouldBeNull();
        (await browser.Open("/account/profile")).Path.ShouldStartWith("/account/sign-in");
        (await host.SignedIn(person.Email!)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Revoke_WhenItIsOnesOwn_IsRefused()
    {
        var admin = await host.SignedInToSample("admin");
        var own = await host.InInstitute(await host.City, db => db.People.SingleAsync(p => p.Email == "admin@sample.example"));
        (await admin.Post(PageOf(own) + "?handler=Revoke")).Html.ShouldContain("You can't take your own access away.");
        (await AccountOf(own)).ShouldNotBeNull();
    }

    private static string PageOf(Person person) => $"/institutes/people/{person.Id}/account";

    private static string TokenOf(string link) => HttpUtility.ParseQueryString(link[link.IndexOf('?', StringComparison.Ordinal)..])["token"]!;

    private static Task<Sight> Accept(Visitor browser, string link, string? password) => password is null ? browser.Submit(link) : browser.Submit(link, ("Input.Password", password));

    /// <returns>The link in the mail.</returns>
    private async Task<string> Invite(Person person)
    {
        var admin = await host.SignedInToSample("admin");
        (await admin.Post(PageOf(person) + "?handler=Invite")).Status.ShouldBe(HttpStatusCode.OK);
        return await host.LinkTo(person.Email!);
    }

    private async Task<Person> NewPerson(string? email = null, string unit = "从化区") => await host.InInstitute(await host.City, async db =>
    {
        var number = $"INV{Interlocked.Increment(ref s_number)}";
        var person = new Person(new(number, "新", "人", Email: email ?? $"{number}@accounts.example"));
        person.Employ(new((await db.Units.SingleAsync(u => u.Name == unit && u.Kind == UnitKind.District)).Id, new(2020, 9, 1)));
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    });

    private async Task<Guid?> AccountOf(Person person) => await host.InInstitute(await host.City, db => db.People.Where(p => p.Id == person.Id).Select(p => p.AccountId).SingleAsync());
}
