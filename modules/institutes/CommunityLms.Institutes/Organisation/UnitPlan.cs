using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Holds the rows of a file against the stored units: tries each on a copy, the units above first.</summary>
internal sealed class UnitPlan
{
    private const int Deeper = 50; // than any tree of units; a longer way up has a wrong kind somewhere
    private readonly Dictionary<string, Unit> _units;
    private readonly ILookup<string, TypedRow> _rows;
    private readonly HashSet<Guid> _added = [];
    private readonly Dictionary<Guid, Unit> _byId;
    private readonly OrganisationTree _tree;
    private readonly UnitScope _scope;
    private readonly DateOnly _today;
    private readonly Unit? _root;

    /// <param name="stored">Copies of all units.</param>
    /// <param name="scope">Where the person may import and edit.</param>
    public UnitPlan(IReadOnlyCollection<Unit> stored, IReadOnlyList<TypedRow> rows, OrganisationTree tree, UnitScope scope, DateOnly today)
    {
        (_tree, _scope, _today) = (tree, scope, today);
        _byId = stored.ToDictionary(u => u.Id);
        _units = stored.ToDictionary(u => u.CodeKey);
        _root = stored.FirstOrDefault(u => u.ParentId is null);
        _rows = rows.Where(r => r.Text(UnitColumns.Code) is not null).ToLookup(r => ImportedUnit.KeyOf(r.Text(UnitColumns.Code))!);
    }

    /// <summary>Kinds go strictly down the tree: in their order every unit follows the one above it.</summary>
    public IEnumerable<PlannedRow> Plan(IEnumerable<TypedRow> rows) => rows.OrderBy(r => KindOf(r) ?? UnitKind.Institute).ThenBy(r => r.Number).Select(Plan);

    private PlannedRow Plan(TypedRow row)
    {
        var label = row.Text(UnitColumns.Name) ?? row.Text(UnitColumns.Code) ?? "";
        List<CellProblem> problems = [.. row.Problems];
        if (ImportedUnit.KeyOf(row.Text(UnitColumns.Code)) is { } key && _rows[key].FirstOrDefault(r => r.Number != row.Number) is { } twin)
            problems.Add(row.Problem(UnitColumns.Code, UnitImportTexts.DoubledCode, twin.Number));
        if (problems.Count > 0)
            return PlannedRow.Bad(row, label, problems);
        var unit = new ImportedUnit(row);
        if (Misplaced(unit) is { } misplaced)
            return PlannedRow.Bad(row, label, [misplaced]);
        try
        {
            return _units.TryGetValue(unit.Key, out var stored) ? Change(unit, stored, label) : Add(unit, label);
        }
        catch (RuleBroken broken)
        {
            return PlannedRow.Bad(row, label, [unit.Problem(broken)]);
        }
    }

    private PlannedRow Add(ImportedUnit row, string label)
    {
        var unit = row.Found(Parent(row), _today);
        _units.Add(row.Key, unit);
        _byId.Add(unit.Id, unit);
        _added.Add(unit.Id);
        return PlannedRow.Add(row.Cells, label, row);
    }

    private PlannedRow Change(ImportedUnit row, Unit unit, string label)
    {
        var before = Cells(unit);
        row.ApplyTo(unit, row.ParentKey is null && unit.ParentId is null ? null : Parent(row), _tree, _today);
        var changes = CellChange.Between(UnitColumns.All, before, Cells(unit));
        return unit.ParentId is null && changes.Count > 0
            ? PlannedRow.Bad(row.Cells, label, [row.Cells.Problem(UnitColumns.All.First(c => c.Name == changes[0].Column), UnitImportTexts.InstituteStays)])
            : PlannedRow.ChangeOrSame(row.Cells, label, changes, row);
    }

    /// <summary>What is wrong with its place in the tree, or with changing it at all.</summary>
    private CellProblem? Misplaced(ImportedUnit row)
    {
        CellProblem Above(string text, params object[] args) => row.Cells.Problem(UnitColumns.ParentCode, text, args);
        var stored = _units.GetValueOrDefault(row.Key);
        if (stored is not null && !_scope.Includes(stored.Id))
            return row.Cells.Problem(UnitColumns.Code, UnitImportTexts.OutOfReach);
        if (stored is not null && stored.Kind != row.Kind)
            return row.Cells.Problem(UnitColumns.Kind, UnitImportTexts.KindIsFixed, UnitRules.A(stored.Kind));
        if (Circle(row.Key) is { } circle)
            return Above(UnitImportTexts.Circle, circle);
        if (stored is not null && (stored.ParentId is null || !row.SaysParent))
            return null;
        var parent = Parent(row);
        var above = parent?.Kind ?? (row.ParentKey is null ? null : _rows[row.ParentKey].Select(KindOf).FirstOrDefault());
        if (row.ParentKey is not null && parent is null && !_rows.Contains(row.ParentKey))
            return Above(UnitImportTexts.UnknownParent, row.Cells.Text(UnitColumns.ParentCode)!);
        if (row.Kind == UnitKind.School && above == UnitKind.Institute)
            return Above(UnitImportTexts.SchoolWithoutDistrict);
        if (row.Kind != UnitKind.Institute && above is { } kind && !UnitRules.MayStandBelow(row.Kind, kind))
            return Above(UnitRules.WrongParent.Message, UnitRules.A(row.Kind), UnitRules.A(kind));
        if (row.ParentKey is not null && parent is null)
            return Above(UnitImportTexts.ParentIsBad, row.Cells.Text(UnitColumns.ParentCode)!);
        return parent is null || parent.Id == stored?.ParentId || _scope.Includes(parent.Id) || _added.Contains(parent.Id) ? null : Above(UnitImportTexts.ParentOutOfReach, parent.Name);
    }

    /// <summary>The way up, when it comes back to where it began.</summary>
    private string? Circle(string key)
    {
        List<string> path = [key];
        while (path.Count < Deeper && Above(path[^1]) is { } above)
        {
            path.Add(above);
            if (above == key)
                return string.Join(" → ", path.Select(k => _rows[k].FirstOrDefault()?.Text(UnitColumns.Code) ?? _units[k].Code));
        }
        return null;

        string? Above(string at) => _rows[at].FirstOrDefault() is { } row && row.Has(UnitColumns.ParentCode)
            ? ImportedUnit.KeyOf(row.Text(UnitColumns.ParentCode))
            : _units.GetValueOrDefault(at)?.ParentId is { } parent ? _byId.GetValueOrDefault(parent)?.CodeKey : null;
    }

    private Unit? Parent(ImportedUnit row) => row.ParentKey is null ? _root : _units.GetValueOrDefault(row.ParentKey);

    private IReadOnlyList<object?> Cells(Unit unit) =>
        UnitColumns.Cells(unit, unit.ParentId is { } parent ? _byId[parent].Code : null);

    private static UnitKind? KindOf(TypedRow row) => Enum.TryParse<UnitKind>(row.Choice(UnitColumns.Kind), out var kind) ? kind : null;
}
