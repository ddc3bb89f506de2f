using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.Organisation;

/// <summary>A readable row about a unit. What the file has no column for is left alone.</summary>
internal sealed class ImportedUnit(TypedRow cells)
{
    public TypedRow Cells => cells;

    public string Key { get; } = KeyOf(cells.Text(UnitColumns.Code))!;

    public UnitKind Kind { get; } = Enum.Parse<UnitKind>(cells.Choice(UnitColumns.Kind)!);

    /// <summary>Null for the institute, and where the file doesn't say.</summary>
    public string? ParentKey { get; } = KeyOf(cells.Text(UnitColumns.ParentCode));

    public bool SaysParent => cells.Has(UnitColumns.ParentCode);

    public static string? KeyOf(string? code) => code?.ToUpperInvariant();

    /// <exception cref="RuleBroken">The unit can't be so.</exception>
    public Unit Found(Unit? parent, DateOnly today) => new(Kind, Details(stored: null), parent, today);

    /// <param name="parent">The unit that the row says is above.</param>
    /// <exception cref="RuleBroken">The unit can't be so.</exception>
    public void ApplyTo(Unit unit, Unit? parent, OrganisationTree tree, DateOnly today)
    {
        unit.Change(Details(unit), today);
        if (SaysParent && parent is not null && parent.Id != unit.Id)
            unit.MoveBelow(new(parent.Id, parent.ParentId, parent.Kind, parent.Setting, parent.Code, parent.LocalName, parent.ArchivedOn is not null), tree, today);
    }

    public CellProblem Problem(RuleBroken broken) =>
        // Checked by a job, in nobody's language: names are given as they are written.
        cells.Problem(UnitColumns.Of(broken.Rule), broken.Rule.Message, [.. broken.Args.Select(a => a is LocalName name ? name.Name : a ?? "")]);

    private UnitDetails Details(Unit? stored) => new(
        cells.Text(UnitColumns.Name)!,
        cells.Has(UnitColumns.LatinName) ? cells.Text(UnitColumns.LatinName) : stored?.LatinName,
        stored?.Code ?? cells.Text(UnitColumns.Code),
        !cells.Has(UnitColumns.Setting) ? stored?.Setting : Enum.TryParse<UnitSetting>(cells.Choice(UnitColumns.Setting), out var setting) ? setting : null,
        cells.Has(UnitColumns.Address) ? cells.Text(UnitColumns.Address) : stored?.Address);
}
