using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.Organisation;

/// <summary>The table in which units are imported and exported.</summary>
internal static class UnitColumns
{
    public static readonly TableColumn Code = TableColumn.Text("Code", Lengths.Code) with
    {
        Required = true, Aliases = ["Unit code", "编码", "单位编码", "代码"], Example = "TH-01", Help = "Tells the unit from all others. A code that exists changes that unit.",
    };

    public static readonly TableColumn Name = TableColumn.Text("Name", Lengths.Name) with
    {
        Required = true, Aliases = ["Unit name", "名称", "单位名称"], Example = "示例小学", Help = "The name as it is written.",
    };

    public static readonly TableColumn LatinName = TableColumn.Text("Latin name", Lengths.Name) with
    {
        Aliases = ["English name", "拼音或英文名", "英文名称", "英文名"], Example = "Sample Primary School", Help = "The name for readers of other languages.",
    };

    public static readonly TableColumn Kind = TableColumn.Choice(
        "Kind",
        new(nameof(UnitKind.District), "District", "区", "市辖区"),
        new(nameof(UnitKind.County), "County", "县", "县（市）", "县级市"),
        new(nameof(UnitKind.School), "School", "学校"),
        new(nameof(UnitKind.Department), "Department", "教研组", "科室", "部门"),
        new(nameof(UnitKind.Institute), "Institute", "机构")) with
    {
        Required = true, Aliases = ["Unit kind", "类型", "类别", "单位类型"], Example = "School", Help = "What the unit is. It can't be changed later.",
    };

    public static readonly TableColumn ParentCode = TableColumn.Text("Parent code", Lengths.Code) with
    {
        Aliases = ["Code of the unit above", "上级编码", "上级单位编码", "上级代码"], Example = "TH", Help = "The code of the unit above, stored or in this file. Leave it empty for what stands directly below the institute.",
    };

    public static readonly TableColumn Setting = TableColumn.Choice(
        "Setting",
        new(nameof(UnitSetting.Urban), "Urban", "城区", "城市", "城镇"),
        new(nameof(UnitSetting.Rural), "Rural", "乡镇", "农村", "乡村"),
        new(nameof(UnitSetting.Village), "Village", "村小", "村")) with
    {
        Aliases = ["地域类型", "办学区位", "所在地"], Example = "Urban", Help = "Needed for a school. A department takes that of its school.",
    };

    public static readonly TableColumn Address = TableColumn.Text("Address", Lengths.Text) with { Aliases = ["地址", "单位地址"], Help = "Where letters go." };

    public static IReadOnlyList<TableColumn> All { get; } = [Code, Name, LatinName, Kind, ParentCode, Setting, Address];

    /// <summary>A unit in the columns above.</summary>
    /// <param name="parentCode">Null for the institute, and below an institute without code.</param>
    public static IReadOnlyList<object?> Cells(Unit unit, string? parentCode) =>
        [unit.Code, unit.Name, unit.LatinName, unit.Kind.ToString(), parentCode, unit.Setting?.ToString(), unit.Address];

    /// <summary>The column beside which a broken rule is shown.</summary>
    public static TableColumn Of(Rule rule) => rule.Field switch
    {
        "Name" => Name,
        "LatinName" => LatinName,
        "ParentId" => ParentCode,
        "Setting" => Setting,
        "Address" => Address,
        _ => Code,
    };
}

/// <summary>What an import says about a row of a unit; each is the key of its translations.</summary>
internal static class UnitImportTexts
{
    public const string DoubledCode = "Row {0} has the same code. Give each unit its own, or delete one of the rows.";
    public const string UnknownParent = "There is no unit with the code {0}, neither stored nor in this file. Correct the code, or add a row for the unit.";
    public const string ParentIsBad = "The unit {0} above it has a problem of its own in this file. Correct that row first.";
    public const string Circle = "The unit would stand below itself: {0}. Correct the code of the unit above in one of these rows.";
    public const string SchoolWithoutDistrict = "A school stands below a district or county. Enter its code.";
    public const string KindIsFixed = "The stored unit with this code is {0}. Its kind can't be changed; use another code for a new unit.";
    public const string OutOfReach = "You may not change the unit with this code. Delete the row, or ask somebody who may.";
    public const string ParentOutOfReach = "You may not add or move units below “{0}”. Choose another unit, or ask somebody who may.";
    public const string InstituteStays = "The institute itself isn't changed by an import. Leave its row as it was exported, or delete it.";
}
