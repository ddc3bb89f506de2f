using System.Net;
using System.Net.Http.Headers;
using CommunityLms.Institutes.Sample;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Hosting;

/// <summary>Pages that are sent once more as they were, and what ends that. A kept page bears an Age.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class PagesAreKept(InstitutesHost host)
{
    private const string Home = "/";
    private const string People = "/institutes/people?q=";
    private const string NewName = "Gai Xinming";

    [Theory]
    [InlineData(Home)]
    [InlineData("/institutes/people")]
    [InlineData("/institutes/units")]
    public async Task Page_WhenNothingWasSaved_IsSentOnceMore(string page)
    {
        using var browser = await SignIn("admin");

        var kept = await Kept(browser, page);

        kept.Token.ShouldNotBeNull();
        (await browser.PostAsync("/appearance?handler=theme", Form(kept.Token, ("theme", "auto")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_WhenSomebodyElseSaves_IsMadeAnew(bool loaded)
    {
        var person = await host.Newcomer("admin", await host.UnitOf("admin", "Taiping Town Central Primary School"));
        var page = People + await host.As("admin", s => InstitutesHost.Db(s).People.Where(p => p.Id == person).Select(p => p.StaffNumber).SingleAsync());
        using var browser = await SignIn("admin");
        (await Kept(browser, page)).Text.ShouldContain("Xin Ren");

        await host.As("admin", async s =>
        {
            var db = InstitutesHost.Db(s);
            if (loaded)
            {
                db.Entry(await db.People.SingleAsync(p => p.Id == person)).Property(p => p.LatinName).CurrentValue = NewName;
                await db.SaveChangesAsync();
            }
            else
                await db.People.Where(p => p.Id == person).ExecuteUpdateAsync(p => p.SetProperty(x => x.LatinName, NewName));
        });

        (await Open(browser, page)).Text.ShouldContain(NewName);
    }

    [Fact]
    public async Task Page_WhenItsReaderHasSignedOut_IsNotSent()
    {
        using var browser = await SignIn("mentor");
        await Kept(browser, Home);
        await browser.PostAsync("/account/sign-out", Form((await Open(browser, Home)).Token!));

        var after = await Open(browser, Home);

        after.Path.ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Page_OfTwoSignInsOfOneAccount_BearsEachItsOwnToken()
    {
        using var phone = await SignIn("school");
        using var office = await SignIn("school");
        await Kept(phone, Home);

        var page = await Open(office, Home);

        (await office.PostAsync("/appearance?handler=theme", Form(page.Token!, ("theme", "auto")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Page_WhenTheReaderAsksForAFreshOne_IsMadeAnew()
    {
        using var browser = await SignIn("leader");
        await Kept(browser, Home);
        using var reload = new HttpRequestMessage(HttpMethod.Get, Home) { Headers = { CacheControl = new CacheControlHeaderValue { NoCache = true } } };

        using var answer = await browser.SendAsync(reload);

        answer.Headers.Age.ShouldBeNull();
    }

    [Fact]
    public async Task Page_WhenTheReaderHasJustSentAForm_IsMadeAnew()
    {
        using var browser = await SignIn("trainee", forgetsThatItSent: false);

        for (var i = 0; i < 3; i++)
        {
            using var answer = await browser.GetAsync(Home);
            answer.Headers.Age.ShouldBeNull();
        }
    }

    /// <summary>A page as the server sends it for the second time. What goes on in the background may save in between, so it is asked for until it is.</summary>
    private static async Task<Sight> Kept(HttpClient browser, string page)
    {
        await Eventually.Get(async () =>
        {
            using var answer = await browser.GetAsync(page);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            return answer.Headers.Age;
        }, age => age is not null);
        return await Open(browser, page);
    }

    private static Task<Sight> Open(HttpClient browser, string page) => new Visitor(browser).Open(page);

    private async Task<HttpClient> SignIn(string mailbox, bool forgetsThatItSent = true)
    {
        var browser = forgetsThatItSent ? host.Open(new CookieContainerHandler(), new Forgetful()) : host.Open(new CookieContainerHandler());
        (await new Visitor(browser).SignIn($"{mailbox}@sample.example", SampleSeed.Password)).Path.ShouldBe(Home);
        return browser;
    }

    private static FormUrlEncodedContent Form(string token, params IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Append((Visitor.TokenField, token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    /// <summary>A browser a minute after its last form: it doesn't say any more that it sent one.</summary>
    private sealed class Forgetful : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                var kept = set.Where(c => !c.StartsWith("lms-sent=", StringComparison.Ordinal)).ToList();
                answer.Headers.Remove("Set-Cookie");
                answer.Headers.TryAddWithoutValidation("Set-Cookie", kept);
            }
            return answer;
        }
    }
}
