using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Pairings;

/// <summary>Draws up a pairing, changes it, notes that both sides agreed, ends it. The permission is asked for on the unit that is helped.</summary>
internal sealed class DrawUpPairing(MentoringDbContext db, IAccess access, IOrganisation organisation, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such programme.</exception>
    /// <exception cref="RuleBroken">The two may not be paired so.</exception>
    public async Task<Guid> Handle(PairingInput input, CancellationToken cancel)
    {
        var pairing = new Pairing(await Programme(input.ProgrammeId, cancel), input.Plan(), await organisation.Tree(cancel));
        await access.Require(MentoringPermissions.Pairings.Edit, pairing.HelpedId, cancel);
        await EnsureSingle(pairing, cancel);
        db.Add(pairing);
        await db.SaveChangesAsync(cancel);
        return pairing.Id;
    }

    /// <exception cref="ChangedMeanwhile">Somebody else saved it since the form was opened.</exception>
    public async Task Change(Guid id, PairingInput input, CancellationToken cancel)
    {
        var pairing = await ToEdit(id, cancel);
        db.ExpectVersion(pairing, input.Stamp);
        pairing.Change(await Programme(pairing.ProgrammeId, cancel), input.Plan(), await organisation.Tree(cancel));
        await access.Require(MentoringPermissions.Pairings.Edit, pairing.HelpedId, cancel);
        await EnsureSingle(pairing, cancel);
        await db.SaveChangesAsync(cancel);
    }

    public Task Agree(Guid id, CancellationToken cancel) => db.SaveOnLatest(async () => (await ToEdit(id, cancel)).Agree(clock.Today()), cancel);

    public Task End(Guid id, string reason, CancellationToken cancel) => db.SaveOnLatest(async () => (await ToEdit(id, cancel)).End(reason, clock.Today()), cancel);

    private async Task<Pairing> ToEdit(Guid id, CancellationToken cancel)
    {
        var pairing = await db.Pairings.Include(p => p.Cadence).SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new RecordMissing("pairing");
        await access.Require(MentoringPermissions.Pairings.Edit, pairing.HelpedId, cancel);
        return pairing;
    }

    private async Task<Programme> Programme(Guid id, CancellationToken cancel) =>
        await db.Programmes.Include(p => p.Subjects).SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new RecordMissing("programme");

    private async Task EnsureSingle(Pairing pairing, CancellationToken cancel)
    {
        var others = await db.Pairings.AsNoTracking().Where(p => p.ProgrammeId == pairing.ProgrammeId && p.HelpedId == pairing.HelpedId && p.HelpingId == pairing.HelpingId).ToListAsync(cancel);
        if (!others.Exists(pairing.Doubles))
            return;
        var tree = await organisation.Tree(cancel);
        throw new RuleBroken(PairingRules.PairedAlready, tree.Find(pairing.HelpedId)?.Name, tree.Find(pairing.HelpingId)?.Name);
    }
}

/// <summary>What the form asks for.</summary>
internal sealed record PairingInput : IVersionedInput
{
    public Guid ProgrammeId { get; set; }

    [Required, Display(Name = "Unit that is helped")]
    public Guid? HelpedId { get; set; }

    [Display(Name = "Unit that helps")]
    public Guid? HelpingId { get; set; }

    [Display(Name = "The district’s own centre helps")]
    public bool ByOwnCentre { get; set; }

    [Display(Name = "Subject")]
    public Guid? SubjectId { get; set; }

    [Required, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [Required, Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    [StringLength(Pairing.ScopeLength), Display(Name = "What it covers")]
    public string? Scope { get; set; }

    public List<CadenceInput> Cadence { get; set; } = [];

    public Guid Stamp { get; set; }

    /// <exception cref="RuleBroken">Nobody is named who helps.</exception>
    public PairingPlan Plan() => ByOwnCentre || HelpingId is not null
        ? new(HelpedId ?? Guid.Empty, ByOwnCentre ? null : HelpingId, SubjectId, From ?? default, To ?? default, string.IsNullOrWhiteSpace(Scope) ? null : Scope.Trim(),
            [.. Cadence.Where(c => !string.IsNullOrWhiteSpace(c.Activity)).Select(c => new CadencePlan(c.Activity!, c.Times ?? 0, c.Per))])
        : throw new RuleBroken(PairingRules.HelpingUnknown);

    public static PairingInput Of(Pairing pairing) => new()
    {
        ProgrammeId = pairing.ProgrammeId, HelpedId = pairing.HelpedId, HelpingId = pairing.IsOwnCentre ? null : pairing.HelpingId, ByOwnCentre = pairing.IsOwnCentre,
        SubjectId = pairing.SubjectId, From = pairing.From, To = pairing.To, Scope = pairing.Scope, Stamp = pairing.ConcurrencyStamp,
        Cadence = [.. pairing.Cadence.OrderBy(c => c.Number).Select(c => new CadenceInput { Activity = c.Activity, Times = c.Times, Per = c.Per })],
    };
}

/// <summary>A line of the cadence; without an activity it is left out.</summary>
internal sealed record CadenceInput
{
    [StringLength(CadenceItem.ActivityLength), Display(Name = "Activity")]
    public string? Activity { get; set; }

    [Range(1, CadenceItem.MostTimes), Display(Name = "Times")]
    public int? Times { get; set; }

    [Display(Name = "In each")]
    public CadencePeriod Per { get; set; }

    public override string ToString() => string.IsNullOrWhiteSpace(Activity) ? "" : $"{Activity} × {Times} ({Per})";
}
