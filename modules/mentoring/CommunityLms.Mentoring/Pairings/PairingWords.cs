using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Mentoring.Pairings;

/// <summary>What levels, states and cadences are called.</summary>
internal static class PairingWords
{
    public static string Of(IStringLocalizer texts, PairingLevel level) => level switch
    {
        PairingLevel.District => texts["Districts"],
        PairingLevel.School => texts["Schools"],
        _ => texts["Departments"],
    };

    public static (StateKind Kind, string Words) Of(IStringLocalizer texts, PairingState state) => state switch
    {
        PairingState.Draft => (StateKind.Waiting, texts["drawn up"]),
        PairingState.Agreed => (StateKind.Done, texts["agreed"]),
        _ => (StateKind.Neutral, texts["ended"]),
    };

    public static string Of(IStringLocalizer texts, CadencePeriod period) => period switch
    {
        CadencePeriod.Week => texts["week"],
        CadencePeriod.TwoWeeks => texts["two weeks"],
        CadencePeriod.Month => texts["month"],
        CadencePeriod.Semester => texts["semester"],
        _ => texts["year"],
    };

    /// <summary>"2 times a week", "once every two weeks".</summary>
    public static string HowOften(IStringLocalizer texts, int times, CadencePeriod per) => (times, per) switch
    {
        (1, CadencePeriod.TwoWeeks) => texts["once every two weeks"],
        (_, CadencePeriod.TwoWeeks) => texts["{0} times every two weeks", times],
        (1, _) => texts["once a {0}", Of(texts, per)],
        _ => texts["{0} times a {1}", times, Of(texts, per)],
    };

    /// <summary>A unit's name; that of a department with its school, because departments are called alike.</summary>
    public static string NameOf(Guid unitId, OrganisationTree tree) => tree.Find(unitId) is not { } unit ? ""
        : unit.Kind == UnitKind.Department && unit.ParentId is { } school ? $"{tree.Find(school)?.Name} {unit.Name}" : unit.Name.ToString();

    /// <summary>The name of whoever helps.</summary>
    public static string Helping(IStringLocalizer texts, string name, bool isOwnCentre) => isOwnCentre ? texts["{0}’s own centre", name] : name;

    /// <summary>Why somebody should look twice: pairings are there for urban units to help rural ones.</summary>
    public static string? Warning(IStringLocalizer texts, Pairing pairing, OrganisationTree tree)
    {
        if (!pairing.IsOwnCentre && PairingLevels.SettingOf(pairing.HelpingId, tree) is { } helping and not UnitSetting.Urban)
            return texts["{0} is {1} itself. The programme means urban units to help rural ones; check that this pairing is meant so.", tree.Find(pairing.HelpingId)!.Name, texts[helping == UnitSetting.Rural ? "rural" : "in a village"]];
        return PairingLevels.SettingOf(pairing.HelpedId, tree) == UnitSetting.Urban
            ? texts["{0} is urban. The programme means rural units to be helped; check that this pairing is meant so.", tree.Find(pairing.HelpedId)!.Name].Value : null;
    }
}
