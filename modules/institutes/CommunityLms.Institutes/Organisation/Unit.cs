using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Organisation;

/// <summary>A part of an institute: the institute itself, a district or county, a school, a department.</summary>
internal sealed class Unit : Aggregate
{
    private readonly List<UnitChange> _history = [];

    private Unit()
    {
    }

    /// <exception cref="RuleBroken">The unit can't stand below that parent.</exception>
    public Unit(UnitKind kind, UnitDetails details, Unit? parent, DateOnly on)
    {
        Ensure((kind == UnitKind.Institute) == (parent is null), UnitRules.OneInstituteAtTheTop);
        if (parent is not null)
            Ensure(UnitRules.MayStandBelow(kind, parent.Kind), UnitRules.WrongParent, kind.ToString(), parent.Kind.ToString());
        (Kind, ParentId) = (kind, parent?.Id);
        Apply(details);
        Note(UnitChangeKind.Founded, on, from: null, to: null);
    }

    public UnitKind Kind { get; private set; }

    public Guid? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    public string? LatinName { get; private set; }

    public string? Code { get; private set; }

    public UnitSetting? Setting { get; private set; }

    public string? Address { get; private set; }

    /// <summary>The day it ceased to take part; null while it does.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>The unit it went into, when it was merged.</summary>
    public Guid? MergedIntoId { get; private set; }

    public IReadOnlyList<UnitChange> History => _history;

    public LocalName LocalName => new(Name, LatinName);

    public void Change(UnitDetails details, DateOnly on)
    {
        if (details.Name != Name)
            Note(UnitChangeKind.Renamed, on, Name, details.Name);
        Apply(details);
    }

    /// <param name="tree">The units as they stand, to see a circle before it closes.</param>
    /// <exception cref="RuleBroken">The target lies below this unit, is archived, or can't hold units of this kind.</exception>
    public void MoveBelow(UnitInfo parent, OrganisationTree tree, DateOnly on)
    {
        Ensure(Kind != UnitKind.Institute, UnitRules.OneInstituteAtTheTop);
        Ensure(tree.PathOf(parent.Id).All(u => u.Id != Id), UnitRules.Circle, LocalName);
        Ensure(!parent.IsArchived, UnitRules.Archived, parent.Name);
        Ensure(UnitRules.MayStandBelow(Kind, parent.Kind), UnitRules.WrongParent, Kind.ToString(), parent.Kind.ToString());
        if (parent.Id == ParentId)
            return;
        Note(UnitChangeKind.Moved, on, ParentId is { } old ? tree.Find(old)?.Name.Name : null, parent.Name.Name);
        ParentId = parent.Id;
    }

    /// <summary>Takes it out of the picture; its people and history stay.</summary>
    /// <exception cref="RuleBroken">It is the institute, or units below it are still active.</exception>
    public void Archive(OrganisationTree tree, DateOnly on, UnitInfo? mergedInto = null)
    {
        Ensure(Kind != UnitKind.Institute, UnitRules.OneInstituteAtTheTop);
        Ensure(tree.ChildrenOf(Id).All(u => u.IsArchived), UnitRules.StillHasUnits, LocalName);
        (ArchivedOn, MergedIntoId) = (on, mergedInto?.Id);
        Note(mergedInto is null ? UnitChangeKind.Archived : UnitChangeKind.Merged, on, from: null, mergedInto?.Name.Name);
    }

    /// <exception cref="RuleBroken">The unit above it is archived.</exception>
    public void Restore(OrganisationTree tree, DateOnly on)
    {
        Ensure(ParentId is not { } parent || tree.Find(parent) is { IsArchived: false }, UnitRules.ParentArchived);
        (ArchivedOn, MergedIntoId) = (null, null);
        Note(UnitChangeKind.Restored, on, from: null, to: null);
    }

    private void Apply(UnitDetails details) =>
        (Name, LatinName, Code, Setting, Address) = (details.Name.Trim(), Blank(details.LatinName), Blank(details.Code), details.Setting, Blank(details.Address));

    private void Note(UnitChangeKind kind, DateOnly on, string? from, string? to) => _history.Add(new(Id, kind, on, from, to));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What people may change about a unit at any time.</summary>
internal sealed record UnitDetails(string Name, string? LatinName = null, string? Code = null, UnitSetting? Setting = null, string? Address = null);

internal enum UnitChangeKind { Founded, Renamed, Moved, Merged, Archived, Restored }

/// <summary>A line of a unit's history.</summary>
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

    public string? From { get; private set; }

    public string? To { get; private set; }
}
