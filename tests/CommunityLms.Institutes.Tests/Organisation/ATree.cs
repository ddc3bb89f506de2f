using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;

namespace CommunityLms.Institutes.Tests.Organisation;

/// <summary>A small institute in memory: two districts, two schools in the first, a department in the first school.</summary>
internal sealed class ATree
{
    public static readonly DateOnly Founding = new(2020, 9, 1);
    public static readonly DateOnly Today = new(2026, 9, 1);

    public ATree()
    {
        Institute = Add(UnitKind.Institute, "Institute", parent: null);
        Conghua = Add(UnitKind.District, "Conghua", Institute);
        Yuexiu = Add(UnitKind.District, "Yuexiu", Institute);
        Taiping = Add(UnitKind.School, "Taiping", Conghua);
        Liangkou = Add(UnitKind.School, "Liangkou", Conghua);
        English = Add(UnitKind.Department, "English", Taiping);
    }

    public Unit Institute { get; }

    public Unit Conghua { get; }

    public Unit Yuexiu { get; }

    public Unit Taiping { get; }

    public Unit Liangkou { get; }

    public Unit English { get; }

    public List<Unit> Units { get; } = [];

    /// <summary>As the units stand now.</summary>
    public OrganisationTree Now => new([.. Units.Select(Info)]);

    public Unit Add(UnitKind kind, string name, Unit? parent)
    {
        var unit = new Unit(kind, Details(kind, name), parent, Founding);
        Units.Add(unit);
        return unit;
    }

    public UnitInfo Info(Unit unit) => new(unit.Id, unit.ParentId, unit.Kind, unit.Setting, unit.Code, unit.LocalName, unit.ArchivedOn is not null);

    public void Move(Unit unit, Unit parent) => unit.MoveBelow(Info(parent), Now, Today);

    public void Merge(Unit unit, Unit into) => unit.MergeInto(into, [.. Units.Where(u => u.ParentId == unit.Id && u.ArchivedOn is null)], Now, Today);

    public static UnitDetails Details(UnitKind kind, string name) => new(name, Setting: kind == UnitKind.School ? UnitSetting.Rural : null);
}
