using System.Globalization;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Pairings;

/// <summary>
/// One unit helps another of its kind within a programme (P2): a district a district, a school a school, a department a department. Where one
/// helps several, or is helped by several, there are several pairings. What both sides do for it, and how often, is its cadence (P3).
/// </summary>
internal sealed class Pairing : Aggregate
{
    public const int ScopeLength = 500;
    public const int MostActivities = 12;

    private readonly List<CadenceItem> _cadence = [];

    private Pairing() { }

    /// <exception cref="RuleBroken">The two may not be paired so.</exception>
    public Pairing(Programme programme, PairingPlan plan, OrganisationTree tree)
    {
        ProgrammeId = programme.Id;
        Change(programme, plan, tree);
    }

    public Guid ProgrammeId { get; private set; }

    public PairingLevel Level { get; private set; }

    /// <summary>The unit that helps; the helped district itself where its own centre, its urban schools, helps the others.</summary>
    public Guid HelpingId { get; private set; }

    public Guid HelpedId { get; private set; }

    public bool IsOwnCentre => HelpingId == HelpedId;

    /// <summary>The one subject it is about; null for all subjects of the programme.</summary>
    public Guid? SubjectId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day that was agreed on; <see cref="EndedOn"/> may come before it.</summary>
    public DateOnly To { get; private set; }

    /// <summary>What it covers, in the words of both; null where nobody wrote any.</summary>
    public string? Scope { get; private set; }

    public PairingState State { get; private set; }

    /// <summary>When both agreed; null for a draft.</summary>
    public DateOnly? AgreedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    public IReadOnlyList<CadenceItem> Cadence => _cadence;

    /// <summary>Draws it up anew. What was agreed on is a draft again, to be agreed and stamped once more, unless nothing is different.</summary>
    /// <exception cref="RuleBroken">The two may not be paired so, or it is over.</exception>
    public void Change(Programme programme, PairingPlan plan, OrganisationTree tree)
    {
        Ensure(State != PairingState.Ended, PairingRules.IsOver);
        Ensure(programme.State != ProgrammeState.Closed, ProgrammeRules.IsClosed);
        var helped = Known(tree, plan.HelpedId) ?? throw new RuleBroken(PairingRules.HelpedUnknown);
        var level = PairingLevels.Of(helped, tree) ?? throw new RuleBroken(PairingRules.HelpedOfNoLevel, helped.Name);
        Ensure(plan.HelpingId is not null || level == PairingLevel.District, PairingRules.CentreOfDistricts);
        Ensure(plan.HelpingId != helped.Id, PairingRules.NotItself);
        var helping = Known(tree, plan.HelpingId ?? helped.Id) ?? throw new RuleBroken(PairingRules.HelpingUnknown);
        Ensure(PairingLevels.Of(helping, tree) == level, PairingRules.LikeHelpsLike, helping.Name, helped.Name);
        Ensure(programme.Allows(level switch { PairingLevel.District => PairingForms.Districts, PairingLevel.School => PairingForms.Schools, _ => PairingForms.Departments }), PairingRules.FormNotAllowed);
        Ensure(programme.Allows(PairingForms.OneDistrict) || PairingLevels.DistrictOf(helping.Id, tree)?.Id != PairingLevels.DistrictOf(helped.Id, tree)?.Id, PairingRules.NotOneDistrict);
        Ensure(plan.SubjectId is not { } subject || programme.Subjects.Any(s => s.SubjectId == subject), ContractRules.SubjectOfProgramme);
        Ensure(plan.To >= plan.From, PairingRules.EndsAfterItBegins);
        Ensure(plan.From >= programme.From && plan.To <= programme.To, PairingRules.WithinProgramme);
        Ensure(plan.Scope is null or { Length: <= ScopeLength }, PairingRules.ScopeFits, ScopeLength);
        Ensure(plan.Cadence.Count <= MostActivities, PairingRules.FewActivities, MostActivities);
        if (Says(plan))
            return;
        (Level, HelpingId, HelpedId, SubjectId) = (level, helping.Id, helped.Id, plan.SubjectId);
        (From, To, Scope, State, AgreedOn) = (plan.From, plan.To, plan.Scope, PairingState.Draft, null);
        if (plan.Cadence.SequenceEqual(Plan().Cadence))
            return;
        _cadence.Clear();
        _cadence.AddRange(plan.Cadence.Select((c, i) => new CadenceItem(Id, i + 1, c)));
    }

    /// <summary>As it would be entered.</summary>
    public PairingPlan Plan() => new(HelpedId, IsOwnCentre ? null : HelpingId, SubjectId, From, To, Scope, [.. _cadence.OrderBy(c => c.Number).Select(c => new CadencePlan(c.Activity, c.Times, c.Per))]);

    /// <summary>Of what the paper says.</summary>
    public string Hash()
    {
        var text = new ContentHash().Add("pairing", Id.ToString()).Add("helping", HelpingId.ToString()).Add("helped", HelpedId.ToString()).Add("subject", SubjectId?.ToString())
            .Add("from", From.ToString("O", CultureInfo.InvariantCulture)).Add("to", To.ToString("O", CultureInfo.InvariantCulture)).Add("scope", Scope);
        foreach (var item in _cadence.OrderBy(c => c.Number))
            text.Add(item.Activity, $"{item.Times.ToString(CultureInfo.InvariantCulture)} {item.Per}");
        return text.ToString();
    }

    /// <summary>Both sides have agreed. Agreed twice, the first day stays.</summary>
    /// <exception cref="RuleBroken">It is over.</exception>
    public void Agree(DateOnly on)
    {
        Ensure(State != PairingState.Ended, PairingRules.IsOver);
        (State, AgreedOn) = (PairingState.Agreed, AgreedOn ?? on);
    }

    /// <exception cref="RuleBroken">It is over already, or nobody says why.</exception>
    public void End(string reason, DateOnly on)
    {
        Ensure(State != PairingState.Ended, PairingRules.IsOver);
        Ensure(reason.Trim() is { Length: > 0 and <= ContractRules.ReasonLength }, ContractRules.ReasonFits, ContractRules.ReasonLength);
        (State, EndedOn, EndReason) = (PairingState.Ended, on, reason.Trim());
    }

    /// <summary>Whether the other one says the same twice: the same units for the same subject at the same time.</summary>
    public bool Doubles(Pairing other) => Id != other.Id && State != PairingState.Ended && other.State != PairingState.Ended && ProgrammeId == other.ProgrammeId
        && HelpingId == other.HelpingId && HelpedId == other.HelpedId && SubjectId == other.SubjectId && From <= other.To && To >= other.From;

    private bool Says(PairingPlan plan) => Plan() is var mine && plan with { Cadence = mine.Cadence } == mine && plan.Cadence.SequenceEqual(mine.Cadence);

    private static UnitInfo? Known(OrganisationTree tree, Guid id) => tree.Find(id) is { IsArchived: false } unit ? unit : null;
}

/// <summary>A pairing as it is entered.</summary>
/// <param name="HelpingId">Null where the helped district's own centre helps.</param>
internal sealed record PairingPlan(Guid HelpedId, Guid? HelpingId, Guid? SubjectId, DateOnly From, DateOnly To, string? Scope, IReadOnlyList<CadencePlan> Cadence);
