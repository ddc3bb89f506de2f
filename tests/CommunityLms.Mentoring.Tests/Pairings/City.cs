using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Pairings;

namespace CommunityLms.Mentoring.Tests.Pairings;

/// <summary>A small city: two districts, a school in each, an English department in each school, and the institute's own section of English.</summary>
internal static class City
{
    public static readonly UnitInfo Institute = Unit(null, UnitKind.Institute, null, "教研室");
    public static readonly UnitInfo Section = Unit(Institute, UnitKind.Department, null, "英语教研科");
    public static readonly UnitInfo Tianhe = Unit(Institute, UnitKind.District, UnitSetting.Urban, "天河区");
    public static readonly UnitInfo Huadu = Unit(Institute, UnitKind.District, UnitSetting.Rural, "花都区");
    public static readonly UnitInfo Tangdenan = Unit(Tianhe, UnitKind.School, UnitSetting.Urban, "棠德南小学", "S1");
    public static readonly UnitInfo Beixing = Unit(Huadu, UnitKind.School, UnitSetting.Village, "北兴小学", "S2");
    public static readonly UnitInfo Closed = Unit(Huadu, UnitKind.School, UnitSetting.Rural, "旧小学", "S3") with { IsArchived = true };
    public static readonly UnitInfo TangdenanEnglish = Unit(Tangdenan, UnitKind.Department, null, "英语科组");
    public static readonly UnitInfo BeixingEnglish = Unit(Beixing, UnitKind.Department, null, "英语科组");

    /// <summary>Three more schools of Huadu, called in order.</summary>
    public static readonly UnitInfo[] More = [.. new[] { "1小学", "2小学", "3小学" }.Select(name => Unit(Huadu, UnitKind.School, UnitSetting.Rural, name))];

    public static readonly OrganisationTree Tree = new([.. More, Institute, Section, Tianhe, Huadu, Tangdenan, Beixing, Closed, TangdenanEnglish, BeixingEnglish]);

    /// <summary>The twinning of the two schools, for the whole of the usual programme.</summary>
    public static PairingPlan Twinning(UnitInfo? helping = null, UnitInfo? helped = null) =>
        new((helped ?? Beixing).Id, (helping ?? Tangdenan).Id, SubjectId: null, new(2026, 9, 1), new(2027, 6, 30), "语文、英语、科学", CadencePlan.Twinning);

    private static UnitInfo Unit(UnitInfo? parent, UnitKind kind, UnitSetting? setting, string name, string? code = null) => new(Guid.CreateVersion7(), parent?.Id, kind, setting, code, new(name, null), IsArchived: false);
}
