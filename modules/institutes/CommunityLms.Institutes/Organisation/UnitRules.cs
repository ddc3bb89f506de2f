using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Which units stand where, and what is said when one can't.</summary>
internal static class UnitRules
{
    public static readonly Rule OneInstituteAtTheTop = new("The institute stands at the top and stays there.", "ParentId");
    public static readonly Rule WrongParent = new("There is no place for {0} below {1}. Choose another unit.", "ParentId");
    public static readonly Rule Circle = new("The unit chosen lies below “{0}” itself. Choose one outside it.", "ParentId");
    public static readonly Rule Archived = new("“{0}” is archived. Restore it first, or choose another unit.", "ParentId");
    public static readonly Rule RestoreFirst = new("“{0}” is archived. Restore it first.");
    public static readonly Rule StillHasUnits = new("“{0}” still has active units below it. Move or archive them first.");
    public static readonly Rule ParentArchived = new("The unit above it is archived. Restore that one first.");
    public static readonly Rule CodeTaken = new("The code {0} belongs to another unit.", "Code");
    public static readonly Rule NameMissing = new("Enter the name of the unit.", "Name");
    public static readonly Rule TooLong = new("“{0}” takes {1} characters at the most.");
    public static readonly Rule SchoolNeedsSetting = new("Say whether the school is urban, rural or in a village.", "Setting");
    public static readonly Rule NoSettingOfItsOwn = new("The setting of {0} is that of the unit above it. Leave it empty.", "Setting");
    public static readonly Rule ReferredTo = new("“{0}” has people or history, so it can't be deleted. Archive it instead.");
    public static readonly Rule ImportedAndUsed = new("It can't be undone any more: records of other modules refer to {0} of the units it added, for example {1}. Archive what isn't needed instead.");
    public static readonly Rule MergeIntoItself = new("A unit can't be merged into itself. Choose another one.", "IntoId");
    public static readonly Rule MergeIntoArchived = new("“{0}” is archived. Restore it first, or choose another unit.", "IntoId");
    public static readonly Rule MergeLike = new("“{0}” and “{1}” are of different kinds and can't be merged.", "IntoId");

    /// <summary>Districts and counties below the institute, schools below those, departments below a school, an office or the institute (its sections).</summary>
    public static bool MayStandBelow(UnitKind kind, UnitKind parent) => (kind, parent) switch
    {
        (UnitKind.District or UnitKind.County, UnitKind.Institute) => true,
        (UnitKind.School, UnitKind.District or UnitKind.County) => true,
        (UnitKind.Department, UnitKind.School or UnitKind.Institute or UnitKind.District or UnitKind.County) => true,
        _ => false,
    };

    /// <summary>The kinds that may stand below a unit.</summary>
    public static IEnumerable<UnitKind> Below(UnitKind parent) => Enum.GetValues<UnitKind>().Where(kind => MayStandBelow(kind, parent));

    /// <summary>Whether units of this kind are urban, rural or of a village by themselves.</summary>
    public static bool HasPlace(UnitKind kind) => kind is UnitKind.District or UnitKind.County or UnitKind.School;

    /// <summary>The kind as messages name it (English, a key of translations).</summary>
    public static string A(UnitKind kind) => kind switch
    {
        UnitKind.Institute => "an institute",
        UnitKind.District => "a district",
        UnitKind.County => "a county",
        UnitKind.School => "a school",
        _ => "a department",
    };
}
