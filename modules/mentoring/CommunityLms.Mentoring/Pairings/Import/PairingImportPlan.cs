using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Pairings.Import;

/// <summary>Holds the rows of a file against the stored pairings: tries each on a copy.</summary>
/// <param name="stored">Copies of all that haven't ended.</param>
/// <param name="scope">Where the person may draw up pairings.</param>
internal sealed class PairingImportPlan(IReadOnlyList<Programme> programmes, IReadOnlyList<Pairing> stored, IReadOnlyList<SubjectInfo> subjects, OrganisationTree tree, UnitScope scope)
{
    private readonly ILookup<string, Programme> _programmes = programmes.ToLookup(p => p.Name, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<(Guid, Guid), Pairing> _stored = stored.ToLookup(p => (p.HelpedId, p.HelpingId));
    private readonly UnitLookup _units = new(tree);
    private readonly List<(Pairing Pairing, int Row)> _seen = [];

    public PlannedRow Plan(TypedRow row)
    {
        var label = $"{row.Text(PairingColumns.Helping)} → {row.Text(PairingColumns.Helped)}";
        List<CellProblem> problems = [.. row.Problems];
        var programme = row.Found(PairingColumns.Programme, n => _programmes[n].FirstOrDefault(), PairingImportTexts.UnknownProgramme, problems);
        var helped = Unit(row, PairingColumns.Helped, problems);
        var isOwnCentre = PairingColumns.OwnCentre.Contains(row.Text(PairingColumns.Helping) ?? "", StringComparer.OrdinalIgnoreCase);
        var helping = isOwnCentre ? helped : Unit(row, PairingColumns.Helping, problems);
        var subject = row.Found(PairingColumns.Subject, subjects.Called, PairingImportTexts.UnknownSubject, problems);
        if (helped is not null && !scope.Includes(helped.Id))
            problems.Add(row.Problem(PairingColumns.Helped, PairingImportTexts.OutOfReach, helped.Name.Name));
        if (problems.Count > 0)
            return PlannedRow.Bad(row, label, problems);
        try
        {
            return Try(row, label, programme!, helped!.Id, isOwnCentre ? null : helping!.Id, subject?.Id);
        }
        catch (RuleBroken broken)
        {
            // Checked by a job, in nobody's language: names are given as they are written.
            return PlannedRow.Bad(row, label, [row.Problem(PairingColumns.Of(broken.Rule), broken.Rule.Message, [.. broken.Args.Select(a => a is LocalName name ? name.Name : a ?? "")])]);
        }
    }

    /// <summary>A pairing in the columns of the table.</summary>
    public static IReadOnlyList<object?> Cells(Pairing pairing, string programme, OrganisationTree tree, string? subjectCode) =>
        [programme, Named(pairing.HelpedId, tree), pairing.IsOwnCentre ? PairingColumns.OwnCentre[0] : Named(pairing.HelpingId, tree), subjectCode, pairing.From, pairing.To, pairing.Scope, pairing.AgreedOn];

    private PlannedRow Try(TypedRow row, string label, Programme programme, Guid helped, Guid? helping, Guid? subject)
    {
        var (from, to) = (row.Date(PairingColumns.From) ?? programme.From, row.Date(PairingColumns.To) ?? programme.To);
        var known = _stored[(helped, helping ?? helped)].FirstOrDefault(p => p.ProgrammeId == programme.Id && p.SubjectId == subject && p.From <= to && p.To >= from);
        var plan = new PairingPlan(helped, helping, subject,
            row.Date(PairingColumns.From) ?? known?.From ?? from, row.Date(PairingColumns.To) ?? known?.To ?? to,
            row.Has(PairingColumns.Scope) ? row.Text(PairingColumns.Scope) : known?.Scope, known?.Plan().Cadence ?? []);
        var imported = new ImportedPairing(known?.Id, programme.Id, plan, row.Date(PairingColumns.AgreedOn));
        var before = known is null ? null : Cells(known, programme);
        var pairing = known ?? imported.DrawUp(programme, tree);
        if (known is not null)
            imported.ApplyTo(known, programme, tree);
        if (_seen.FirstOrDefault(s => s.Pairing == pairing || s.Pairing.Doubles(pairing)) is { Pairing: not null } twin)
            return PlannedRow.Bad(row, label, [row.Problem(PairingColumns.Helping, PairingImportTexts.SameAsRow, twin.Row)]);
        _seen.Add((pairing, row.Number));
        return before is null ? PlannedRow.Add(row, label, imported) : PlannedRow.ChangeOrSame(row, label, CellChange.Between(PairingColumns.All, before, Cells(pairing, programme)), imported);
    }

    private IReadOnlyList<object?> Cells(Pairing pairing, Programme programme) => Cells(pairing, programme.Name, tree, subjects.FirstOrDefault(s => s.Id == pairing.SubjectId)?.Code);

    private static string? Named(Guid unit, OrganisationTree tree) => tree.Find(unit) is { } found ? found.Code ?? found.Name.Name : null;

    private UnitInfo? Unit(TypedRow row, TableColumn column, List<CellProblem> problems)
    {
        if (row.Text(column) is not { } words)
            return null;
        var found = _units.Find(words);
        if (found.Count == 1)
            return found[0];
        problems.Add(found.Count == 0 ? row.Problem(column, PairingImportTexts.UnknownUnit)
            : row.Problem(column, PairingImportTexts.SeveralUnits, string.Join(", ", found.Take(5).Select(u => $"{u.Code} {u.Name.Name}"))));
        return null;
    }
}
