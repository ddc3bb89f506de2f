using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Organisation;

internal enum UnitChangeKind { Founded, Renamed, SettingChanged, Moved, Merged, TookIn, Archived, Restored }

/// <summary>A line of a unit's history. It keeps the names of that day, whatever the units are called now.</summary>
internal sealed class UnitChange : Entity, IMultiTenant
{
    private UnitChange()
    {
    }

    internal UnitChange(Guid unitId, UnitChangeKind kind, DateOnly on, string? from, string? to) => (UnitId, Kind, On, From, To) = (unitId, kind, on, from, to);

    public Guid TenantId { get; private set; }

    public Guid UnitId { get; private set; }

    public UnitChangeKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>The old name, setting or place; the unit that was taken in.</summary>
    public string? From { get; private set; }

    /// <summary>The new name, setting or place; the unit it went into.</summary>
    public string? To { get; private set; }
}
