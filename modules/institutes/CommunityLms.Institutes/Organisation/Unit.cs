using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Organisation;

/// <summary>
/// A part of an institute: the institute itself, a district or county, a school, a department. Kinds go strictly down the tree
/// (<see cref="UnitRules.MayStandBelow"/>), so that it stays a tree whatever two people do at once.
/// </summary>
internal sealed class Unit : Aggregate
{
    private readonly List<UnitChange> _history = [];

    private Unit()
    {
    }

    /// <exception cref="RuleBroken">The unit can't stand below that parent, or its details don't fit its kind.</exception>
    public Unit(UnitKind kind, UnitDetails details, Unit? parent, DateOnly on)
    {
        Ensure((kind == UnitKind.Institute) == (parent is null), UnitRules.OneInstituteAtTheTop);
        if (parent is not null)
        {
            Ensure(UnitRules.MayStandBelow(kind, parent.Kind), UnitRules.WrongParent, UnitRules.A(kind), UnitRules.A(parent.Kind));
            Ensure(parent.ArchivedOn is null, UnitRules.Archived, parent.LocalName);
        }
        (Kind, ParentId) = (kind, parent?.Id);
        Apply(details);
        Note(UnitChangeKind.Founded, on, from: null, to: null);
    }

    public UnitKind Kind { get; private set; }

    public Guid? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    public string? LatinName { get; private set; }

    public string? Code { get; private set; }

    /// <summary>The code in capitals, or the id where there is no code: a column whose index can be unique on every database.</summary>
    public string CodeKey { get; private set; } = "";

    public UnitSetting? Setting { get; private set; }

    public string? Address { get; private set; }

    /// <summary>The day it ceased to take part; null while it does.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>The unit it went into, when it was merged.</summary>
    public Guid? MergedIntoId { get; private set; }

    public IReadOnlyList<UnitChange> History => _history;

    public LocalName LocalName => new(Name, LatinName);

    /// <exception cref="RuleBroken">It is archived, or the details don't fit its kind.</exception>
    public void Change(UnitDetails details, DateOnly on)
    {
        Ensure(ArchivedOn is null, UnitRules.RestoreFirst, LocalName);
        var (name, setting) = (Name, Setting);
        Apply(details);
        if (name != Name)
            Note(UnitChangeKind.Renamed, on, name, Name);
        if (setting != Setting)
            Note(UnitChangeKind.SettingChanged, on, setting?.ToString(), Setting?.ToString());
    }

    /// <param name="tree">The units as they stand, to see a circle before it closes.</param>
    /// <exception cref="RuleBroken">It is archived; the target lies below it, is archived, or can't hold units of this kind.</exception>
    public void MoveBelow(UnitInfo parent, OrganisationTree tree, DateOnly on)
    {
        Ensure(ParentId is not null, UnitRules.OneInstituteAtTheTop);
        Ensure(ArchivedOn is null, UnitRules.RestoreFirst, LocalName);
        Ensure(tree.PathOf(parent.Id).All(u => u.Id != Id), UnitRules.Circle, LocalName);
        Ensure(!parent.IsArchived, UnitRules.Archived, parent.Name);
        Ensure(UnitRules.MayStandBelow(Kind, parent.Kind), UnitRules.WrongParent, UnitRules.A(Kind), UnitRules.A(parent.Kind));
        if (ParentId is not { } old || parent.Id == old)
            return;
        Note(UnitChangeKind.Moved, on, tree.Find(old)?.Name.Name, parent.Name.Name);
        ParentId = parent.Id;
        Raise(new UnitMoved(Id, old, parent.Id));
    }

    /// <summary>Goes into another unit of its kind: the units below move there, this one is archived. Its people are the use case's.</summary>
    /// <param name="children">The units directly below that take part.</param>
    /// <exception cref="RuleBroken">The units are of different kinds or the same one, or one of them is archived.</exception>
    public void MergeInto(Unit into, IReadOnlyCollection<Unit> children, OrganisationTree tree, DateOnly on)
    {
        Ensure(ParentId is not null, UnitRules.OneInstituteAtTheTop);
        Ensure(into.Id != Id, UnitRules.MergeIntoItself);
        Ensure(into.Kind == Kind, UnitRules.MergeLike, LocalName, into.LocalName);
        Ensure(ArchivedOn is null, UnitRules.RestoreFirst, LocalName);
        Ensure(into.ArchivedOn is null, UnitRules.MergeIntoArchived, into.LocalName);
        Ensure(tree.ChildrenOf(Id).Where(c => !c.IsArchived).All(c => children.Any(u => u.Id == c.Id)), UnitRules.StillHasUnits, LocalName);
        foreach (var child in children)
            child.MoveBelow(tree.Find(into.Id)!, tree, on);
        (ArchivedOn, MergedIntoId) = (on, into.Id);
        Note(UnitChangeKind.Merged, on, from: null, into.Name);
        into.Note(UnitChangeKind.TookIn, on, Name, to: null);
        Raise(new UnitMerged(Id, into.Id));
    }

    /// <summary>Takes it out of the picture; its people and history stay.</summary>
    /// <exception cref="RuleBroken">It is the institute, it is archived already, or units below it still take part.</exception>
    public void Archive(OrganisationTree tree, DateOnly on)
    {
        Ensure(ParentId is not null, UnitRules.OneInstituteAtTheTop);
        Ensure(ArchivedOn is null, UnitRules.RestoreFirst, LocalName);
        Ensure(tree.ChildrenOf(Id).All(u => u.IsArchived), UnitRules.StillHasUnits, LocalName);
        ArchivedOn = on;
        Note(UnitChangeKind.Archived, on, from: null, to: null);
        Raise(new UnitArchived(Id));
    }

    /// <summary>Brings it back as it was archived. What a merger took away stays where it went.</summary>
    /// <exception cref="RuleBroken">The unit above it is archived.</exception>
    public void Restore(OrganisationTree tree, DateOnly on)
    {
        if (ArchivedOn is null)
            return;
        Ensure(ParentId is not { } parent || tree.Find(parent) is { IsArchived: false }, UnitRules.ParentArchived);
        (ArchivedOn, MergedIntoId) = (null, null);
        Note(UnitChangeKind.Restored, on, from: null, to: null);
    }

    private void Apply(UnitDetails details)
    {
        var name = details.Name.Trim();
        var (latinName, code, address) = (Blank(details.LatinName), Blank(details.Code), Blank(details.Address));
        Ensure(name.Length > 0, UnitRules.NameMissing);
        EnsureFits(name, Lengths.Name, "Name");
        EnsureFits(latinName, Lengths.Name, "LatinName", "Latin name");
        EnsureFits(code, Lengths.Code, "Code");
        EnsureFits(address, Lengths.Text, "Address");
        Ensure(details.Setting is not null || Kind != UnitKind.School, UnitRules.SchoolNeedsSetting);
        Ensure(details.Setting is null || UnitRules.HasPlace(Kind), UnitRules.NoSettingOfItsOwn, UnitRules.A(Kind));
        (Name, LatinName, Code, Setting, Address) = (name, latinName, code, details.Setting, address);
        CodeKey = code?.ToUpperInvariant() ?? Id.ToString("N");
    }

    private static void EnsureFits(string? text, int length, string field, string? label = null) =>
        Ensure(text is null || text.Length <= length, UnitRules.TooLong with { Field = field }, label ?? field, length);

    private void Note(UnitChangeKind kind, DateOnly on, string? from, string? to) => _history.Add(new(Id, kind, on, from, to));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What people may change about a unit at any time.</summary>
/// <param name="Setting">Needed for a school; a district or county may have one, other kinds take that of the unit above.</param>
internal sealed record UnitDetails(string Name, string? LatinName = null, string? Code = null, UnitSetting? Setting = null, string? Address = null);
