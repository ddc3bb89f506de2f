using CommunityLms.Institutes.Tests.Hosting;

namespace CommunityLms.Institutes.Tests.People;

/// <summary>The list of people as different readers see it.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class ListOfPeople(InstitutesHost host)
{
    private const string Tick = "name=\"ids\"";

    [Theory]
    [InlineData("admin", true)]
    [InlineData("trainee", false)]
    [InlineData("leader", false)]
    public async Task Rows_AreTicked_OnlyByWhoMayInvite(string reader, bool mayTick) =>
        (await (await host.Browse(reader)).Read("/institutes/people")).Contains(Tick, StringComparison.Ordinal).ShouldBe(mayTick);
}
