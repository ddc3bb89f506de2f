using System.Net;
using CommunityLms.Testing;

namespace CommunityLms.Institutes.Tests.Accounts;

public sealed class Guessing(StrictHost host) : IClassFixture<StrictHost>
{
    [Fact]
    public async Task Forms_WhenOneAddressSendsTooMany_AreRefusedForAWhile()
    {
        var browser = host.Visitor();
        (await browser.Submit("/account/forgot-password", ("Input.Email", "one@accounts.example"))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Submit("/account/forgot-password", ("Input.Email", "two@accounts.example"))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.Submit("/account/forgot-password", ("Input.Email", "three@accounts.example"))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.Forge("/account/sign-in")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.Open("/account/forgot-password")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
