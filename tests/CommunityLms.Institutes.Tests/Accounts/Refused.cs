using System.Net;
using CommunityLms.Institutes.Sample;
using CommunityLms.Testing;

namespace CommunityLms.Institutes.Tests.Accounts;

/// <summary>What must not be is refused, and leaves a line in the log.</summary>
[Collection(AccountTests.Name)]
public sealed class Refused(SampleHost host)
{
    [Fact]
    public async Task Form_WhenItIsForged_IsRefusedAndLogged()
    {
        var account = await host.NewAccount();
        var browser = await host.SignedIn(account.Email!);

        (await browser.Forge("/account/password", ("Input.CurrentPassword", AccountsHost.Password), ("Input.Password", "forged lantern 9"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        host.Log.ShouldContain($"Refused: a forged or outdated form at /account/password from account {account.Id}");
        await host.SignedIn(account.Email!);
    }

    [Fact]
    public async Task Form_WhenItIsReplayedInAnotherAccount_IsRefusedAndLogged()
    {
        var (first, second) = (await host.NewAccount(), await host.NewAccount());
        var theirs = (await (await host.SignedIn(first.Email!)).Open("/account/password")).Token;
        var browser = await host.SignedIn(second.Email!);

        var answer = await browser.Forge("/account/password", ("Input.CurrentPassword", AccountsHost.Password), ("Input.Password", "replayed lantern 9"), (Visitor.TokenField, theirs));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        host.Log.ShouldContain($"Refused: a forged or outdated form at /account/password from account {second.Id}");
        await host.SignedIn(second.Email!);
    }

    [Fact]
    public async Task Api_WhenOnlyACookieSpeaks_IsRefusedAndLogged()
    {
        var browser = await host.SignedInToSample("admin");

        var answer = await browser.CallWithoutToken(HttpMethod.Post, "/api/v1/institutes/grants", new { personId = Guid.CreateVersion7(), roleId = Guid.CreateVersion7(), unitId = Guid.CreateVersion7(), from = "2026-12-01" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        host.Log.ShouldContain($"Refused: a forged or outdated form at /api/v1/institutes/grants from account {(await host.Find("admin" + SampleSeed.Domain))!.Id}");
    }

    [Fact]
    public async Task Page_WhenThePermissionIsMissing_IsRefusedAndLogged()
    {
        (await (await host.SignedInToSample("trainee")).Open("/institutes/roles/edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        host.Log.ShouldContain($"Refused: Institutes.Grants.Roles at /institutes/roles/edit for account {(await host.Find("trainee" + SampleSeed.Domain))!.Id}");
    }

    [Fact]
    public async Task Page_WhenTheRecordIsAnotherInstitutes_IsNotThereAndLogged()
    {
        var person = await host.InInstitute(await host.County, db => Task.FromResult(db.People.First().Id));

        (await (await host.SignedInToSample("admin")).Open($"/institutes/people/{person}")).Status.ShouldBe(HttpStatusCode.NotFound);

        host.Log.ShouldContain($"Refused: There is no such person. It was asked for at /institutes/people/{person} by account {(await host.Find("admin" + SampleSeed.Domain))!.Id}");
    }
}
