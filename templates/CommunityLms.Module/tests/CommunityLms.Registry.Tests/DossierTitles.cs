using CommunityLms.Kernel.Domain;
using CommunityLms.Registry.Dossiers;

namespace CommunityLms.Registry.Tests;

public sealed class DossierTitles
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Add_WhenTheTitleIsEmpty_IsRefused(string title) =>
        Should.Throw<RuleBroken>(() => new Dossier(title)).Rule.ShouldBe(DossierRules.TitleFits);

    [Fact]
    public void Add_WhenTheTitleIsTooLong_IsRefused() =>
        Should.Throw<RuleBroken>(() => new Dossier(new string('a', Dossier.TitleLength + 1))).Rule.ShouldBe(DossierRules.TitleFits);

    [Fact]
    public void Add_WhenTheTitleHasSpacesAround_LeavesThemOut() => new Dossier(" A title ").Title.ShouldBe("A title");
}
