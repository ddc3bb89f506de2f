using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Pairings;

/// <summary>Stored by name: a name never changes.</summary>
internal enum PairingLevel { District, School, Department }

internal enum PairingState { Draft, Agreed, Ended }

/// <summary>In which time an activity of a pairing comes back.</summary>
internal enum CadencePeriod { Week, TwoWeeks, Month, Semester, Year }

/// <summary>What both sides do for a pairing and how often, such as a demonstration lesson every two weeks (P3).</summary>
internal sealed class CadenceItem : Entity, IMultiTenant
{
    public const int ActivityLength = 80;
    public const int MostTimes = 50;

    private CadenceItem() { }

    /// <exception cref="RuleBroken">It has no name, or doesn't happen at least once.</exception>
    internal CadenceItem(Guid pairingId, int number, CadencePlan plan)
    {
        if (plan.Activity.Trim() is not { Length: > 0 and <= ActivityLength } activity)
            throw new RuleBroken(PairingRules.ActivityIsNamed, ActivityLength);
        if (plan.Times is < 1 or > MostTimes)
            throw new RuleBroken(PairingRules.ActivityIsCounted, activity, MostTimes);
        (PairingId, Number, Activity, Times, Per) = (pairingId, number, activity, plan.Times, plan.Per);
    }

    public Guid TenantId { get; private set; }

    public Guid PairingId { get; private set; }

    public int Number { get; private set; }

    /// <summary>As both call it.</summary>
    public string Activity { get; private set; } = "";

    /// <summary>How often in each period.</summary>
    public int Times { get; private set; }

    public CadencePeriod Per { get; private set; }
}

internal sealed record CadencePlan(string Activity, int Times, CadencePeriod Per)
{
    /// <summary>
    /// The cadence of a twinning of schools (P3), in the institutes' own words. The account gives joint preparation no number; it goes with
    /// the demonstration lesson here.
    /// </summary>
    public static readonly IReadOnlyList<CadencePlan> Twinning =
    [
        new("骨干教师送教示范课并指导", 1, CadencePeriod.TwoWeeks),
        new("受援学校教师到校听课", 2, CadencePeriod.Week),
        new("集体备课", 1, CadencePeriod.TwoWeeks),
        new("学生交流", 1, CadencePeriod.Semester),
        new("学科双向交流", 1, CadencePeriod.Semester),
    ];
}

internal static class PairingLevels
{
    /// <summary>The level at which a unit can be paired.</summary>
    /// <returns>Null for the institute, and for departments that belong to no school.</returns>
    public static PairingLevel? Of(UnitInfo unit, OrganisationTree tree) => unit.Kind switch
    {
        UnitKind.District or UnitKind.County => PairingLevel.District,
        UnitKind.School => PairingLevel.School,
        UnitKind.Department when tree.Above(unit.Id, UnitKind.School) is not null => PairingLevel.Department,
        _ => null,
    };

    /// <summary>The unit's setting, or that of the nearest unit above which has one.</summary>
    public static UnitSetting? SettingOf(Guid unitId, OrganisationTree tree) => tree.PathOf(unitId).Select(u => u.Setting).FirstOrDefault(s => s is not null);

    public static UnitInfo? DistrictOf(Guid unitId, OrganisationTree tree) => tree.Above(unitId, UnitKind.District, UnitKind.County);
}
