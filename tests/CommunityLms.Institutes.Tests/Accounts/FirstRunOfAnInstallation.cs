using System.Net;
using System.Text.RegularExpressions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Accounts;

public sealed partial class FirstRunOfAnInstallation(EmptyHost host) : IClassFixture<EmptyHost>
{
    [Fact]
    public async Task FirstRun_WithTheCodeFromTheLog_SetsUpInstituteAndAdministratorOnce()
    {
        var browser = host.Visitor();
        (await browser.Open("/account/sign-in")).Path.ShouldBe("/account/first-run");

        var wrong = await browser.Submit("/account/first-run", Fields("AAAABBBBCCCC"));
        wrong.Html.ShouldContain("This is not the code in the log of this start.");
        (await host.InAccounts(db => db.Users.AnyAsync())).ShouldBeFalse();

        var code = host.Log.Select(line => Code().Match(line)).Single(m => m.Success).Groups["code"].Value;
        (await browser.Submit("/account/first-run", Fields(code))).Path.ShouldBe("/");
        (await browser.Open("/account/profile")).Html.ShouldContain("新城教学研究室");
        (await browser.Open("/institutes/host/institutes")).Html.ShouldContain("新城教学研究室");

        (await host.Visitor().Open("/account/first-run")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Visitor().Post("/account/first-run", Fields(code))).Html.ShouldContain("The installation is set up already.");
        (await host.InAccounts(db => db.Users.CountAsync())).ShouldBe(1);

        await AddsAnotherInstitute(browser);
    }

    /// <summary>The first administrator looks after the installation; the administrator of the institute added doesn't.</summary>
    private async Task AddsAnotherInstitute(Visitor first)
    {
        (await first.Submit("/institutes/host/institutes/new", ("Input.Name", "邻县教师进修学校"), ("Input.FamilyName", "邻"), ("Input.GivenName", "居"),
            ("Input.StaffNumber", "1"), ("Input.Email", "neighbour@accounts.example"))).Path.ShouldBe("/institutes/host/institutes");
        var link = await host.LinkTo("neighbour@accounts.example");
        link.ShouldStartWith("/account/accept-invitation");
        (await host.MailsTo("neighbour@accounts.example"))[^1].Text.ShouldContain("https://lms.city.example/account/accept-invitation");
        var second = host.Visitor();
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
        (await second.Submit(link, ("Input.Password", AccountsHost.Password))).Path.ShouldBe("/");
        (await second.Open("/account/profile")).Html.ShouldContain("邻县教师进修学校");
        (await second.Open("/institutes/host/institutes")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await second.Submit("/account/tokens", ("Input.Name", "all"), ("Input.Days", "7"), ("Input.Permissions", InstitutesPermissions.Grants.Roles))).Path.ShouldBe("/account/tokens");
        await RenamesIt(first);
    }

    private async Task RenamesIt(Visitor first)
    {
        var (id, stamp) = await host.Ask(async services =>
        {
            var db = (Data.InstitutesDbContext)services.GetService(typeof(Data.InstitutesDbContext))!;
            var institute = await db.Institutes.SingleAsync(i => i.Name == "邻县教师进修学校");
            return (institute.Id, institute.ConcurrencyStamp);
        });
        var page = $"/institutes/host/institutes/edit/{id}";
        (await first.Submit(page, ("Input.Stamp", stamp.ToString()), ("Input.Name", "邻县教研室"))).Path.ShouldBe("/institutes/host/institutes");
        (await host.InInstitute(id, db => db.Units.SingleAsync(u => u.ParentId == null))).Name.ShouldBe("邻县教研室");
        var late = await first.Submit(page, ("Input.Stamp", stamp.ToString()), ("Input.Name", "邻县进修校"));
        // Both versions stand there: the one stored meanwhile and the one just sent.
        (late.Status, late.Path).ShouldBe((HttpStatusCode.OK, page));
        late.Html.ShouldContain("邻县教研室");
        late.Html.ShouldContain("value=\"邻县进修校\"");
    }

    private static (string, object?)[] Fields(string code) =>
    [
        ("Input.Code", code), ("Input.Name", "新城教学研究室"), ("Input.SiteAddress", "https://lms.city.example"), ("Input.FamilyName", "新"), ("Input.GivenName", "人"),
        ("Input.StaffNumber", "1"), ("Input.Email", "first@accounts.example"), ("Input.Password", AccountsHost.Password),
    ];

    [GeneratedRegex("There is no account yet.*code: (?<code>[A-Z0-9]{12})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
