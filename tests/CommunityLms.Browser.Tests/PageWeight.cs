using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>What a teacher on a poor line pays: bytes as they come over the wire.</summary>
[Collection(LookingAtTheSample.Name)]
public sealed class PageWeight(SampleAsItStands host)
{
    private const long FirstVisit = 150_000;
    private const long LaterVisit = 30_000;

    [Fact]
    public async Task FirstVisit_OfTheSignInPage_StaysUnderItsBudget()
    {
        var page = await host.Open(new("zh-CN", 360));
        (await WeightOf(page, "/account/sign-in")).ShouldBeInRange(1_000, FirstVisit);
    }

    [Fact]
    public async Task LaterVisit_OfTheListOfPeople_StaysUnderItsBudget()
    {
        var page = await host.SignIn("admin", new("zh-CN", 360));
        await WeightOf(page, "/institutes/people");
        (await WeightOf(page, "/institutes/people?q=chen")).ShouldBeInRange(1_000, LaterVisit);
    }

    private static async Task<long> WeightOf(IPage page, string url)
    {
        long bytes = 0;
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        devtools.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
        await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return bytes;
    }
}
