using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Replacing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>One contract: where it stands, what each may do with it now, and everything that was decided, confirmed and done.</summary>
[OpenToAccounts("Only the two sides, the keepers of its seals and those who may see the trainee's contracts find it.")]
internal sealed class DetailsModel(ContractAccess access, ProgrammeQueries programmes, JourneyQueries journeys, Deciding deciding, Confirming confirming, Recording recording,
    Vacancies vacancies, Participating participating, ITeaching teaching, IPeople people, IOrganisation organisation, Dates dates, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Contract Contract { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public JourneyView Journey { get; private set; } = null!;

    public Side? MySide { get; private set; }

    public string Mentor { get; private set; } = "";

    public string Trainee { get; private set; } = "";

    public string MentorSchool { get; private set; } = "";

    public string TraineeSchool { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public IReadOnlyList<AskedStep> Waits { get; private set; } = [];

    /// <summary>The contract that came in the place of this one; null where none has.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>Whether the reader may defer and end it.</summary>
    public bool MayManage { get; private set; }

    /// <summary>Whether the reader says for the trainee's school how the trainee takes part.</summary>
    public bool MaySayParticipation { get; private set; }

    /// <summary>What the reader can sign, seal or confirm now.</summary>
    public IReadOnlyList<ContractStep> ToConfirm { get; private set; } = [];

    /// <summary>Seals on the text in force that the reader may take back.</summary>
    public IReadOnlyList<ContractStep> ToWithdraw { get; private set; } = [];

    /// <summary>Seals without which nothing counts.</summary>
    public IReadOnlyList<Confirmation> MissingSeals { get; private set; } = [];

    public ContractText? Text { get; private set; }

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    /// <summary>The stage that the reader's side may look back on.</summary>
    public ContractStage? StageToReview { get; private set; }

    public bool MayAgree(DecisionKind kind) => MySide is { } side && (Contract.State == ContractState.Draft || Contract.PendingAmendment is not null) && Contract.Latest(kind) is { } latest
        && (side == Side.Mentor ? latest.MentorAgreedAt : latest.TraineeAgreedAt) is null;

    public bool MayPropose(DecisionKind kind) => MySide is not null && Contract.MayPropose(kind);

    public string NameOf(Side side) => side == Side.Mentor ? Mentor : Trainee;

    /// <summary>Who agreed to a version.</summary>
    public string AgreedBy(Decision decision) => string.Join(L[", "], new[] { decision.MentorAgreedAt is null ? null : Mentor, decision.TraineeAgreedAt is null ? null : Trainee }.OfType<string>());

    public string Words(Confirmation confirmation) => (confirmation.Refused, confirmation.SealName) switch
    {
        ({ } why, { } seal) when confirmation.Step == ContractStep.Midterm => L["{0}, {1}: can’t go on. {2}", confirmation.Who, seal, why],
        ({ }, { } seal) => L["{0}, {1}, returned it", confirmation.Who, seal],
        (null, { } seal) when confirmation.WithdrawnAt is not null => L["Seal of {0}, taken back", seal],
        (null, { } seal) when confirmation.Step == ContractStep.Midterm => L["{0}, {1}: still teaches the subject", confirmation.Who, seal],
        (null, { } seal) when confirmation.ValidUntil is { } last && confirmation.IsOver(clock.Today()) => L["Seal of {0}, given by {1}, was valid until {2} and has expired", seal, confirmation.Who, dates.Exactly(last)],
        (null, { } seal) when confirmation.ValidUntil is { } last => L["Seal of {0}, given by {1}, valid until {2}", seal, confirmation.Who, dates.Exactly(last)],
        (null, { } seal) => L["Seal of {0}, given by {1}", seal, confirmation.Who],
        _ => L["Signed by {0}", confirmation.Who],
    };

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public Task<IActionResult> OnPostAgreeAsync(DecisionKind kind, int version, CancellationToken cancel) => Do(deciding.Agree(Id, kind, version, cancel), L["Agreed."]);

    public Task<IActionResult> OnPostDiscussAsync(DecisionKind kind, string? remark, CancellationToken cancel) => Do(deciding.Discuss(Id, kind, remark ?? "", cancel), L["Said. The other side gets news of it."]);

    public Task<IActionResult> OnPostSignAsync(string hash, string? password, CancellationToken cancel) => Do(confirming.Sign(Id, hash, password, cancel), L["Signed."]);

    public Task<IActionResult> OnPostSealAsync(ContractStep office, string hash, DateOnly? validUntil, string? password, CancellationToken cancel) => Do(confirming.Seal(Id, office, hash, validUntil, password, cancel), L["Sealed."]);

    public Task<IActionResult> OnPostReturnAsync(ContractStep office, string? reason, CancellationToken cancel) => Do(confirming.ReturnToSides(Id, office, reason ?? "", cancel), L["Returned to both sides, with your reason."]);

    public Task<IActionResult> OnPostMidtermAsync(CancellationToken cancel) => Do(confirming.ConfirmMidterm(Id, cancel), L["Confirmed."]);

    public Task<IActionResult> OnPostReviewAsync(int stage, string? review, CancellationToken cancel) => Do(deciding.Review(Id, stage, review ?? "", cancel), L["Your review is there. With both the stage is closed."]);

    public Task<IActionResult> OnPostAcceptAsync(Guid evidence, CancellationToken cancel) => Do(recording.Accept(evidence, cancel), L["Accepted."]);

    public Task<IActionResult> OnPostVoidAsync(Guid evidence, string? reason, CancellationToken cancel) => Do(recording.Void(evidence, reason ?? "", cancel), L["It counts no longer, and stays with your reason."]);

    public Task<IActionResult> OnPostAmendAsync(CancellationToken cancel) => Do(deciding.Amend(Id, cancel), L["Now propose what you want to change, and agree to it."]);

    public Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancel) => Do(deciding.GiveUpAmendment(Id, cancel), L["The amendment is given up. What was sealed stays in force."]);

    public Task<IActionResult> OnPostConcludeAsync(string? conclusion, CancellationToken cancel) => Do(deciding.Conclude(Id, conclusion ?? "", cancel), L["Your word on the whole is there. With both the contract is completed."]);

    public Task<IActionResult> OnPostWithdrawSealAsync(ContractStep office, string? reason, string? password, CancellationToken cancel) =>
        Do(confirming.WithdrawSeal(Id, office, reason ?? "", password, cancel), L["The seal is taken back, with your reason."]);

    public override async Task Prepare(CancellationToken cancel)
    {
        Contract = await access.ToSee(Id, cancel);
        Programme = await programmes.Find(Contract.ProgrammeId, cancel);
        Journey = await journeys.Of(Contract, cancel);
        ReplacedById = await vacancies.ReplacementOf(Id, cancel);
        (MySide, Text) = (access.SideIn(Contract), Contract.AgreedText());
        var names = await people.Find([Contract.MentorId, Contract.TraineeId], cancel);
        var tree = await organisation.Tree(cancel);
        (Mentor, Trainee) = (names[Contract.MentorId].Name.ToString(), names[Contract.TraineeId].Name.ToString());
        (MentorSchool, TraineeSchool) = (tree.Find(Contract.MentorSchoolId)?.Name.ToString() ?? "", tree.Find(Contract.TraineeSchoolId)?.Name.ToString() ?? "");
        Subject = (await teaching.Subjects(cancel))[Contract.SubjectId].Name.ToString();
        Waits = [.. Contract.Awaited.OrderBy(a => a.Step).ThenBy(a => a.Number)];
        StageToReview = Contract.Stages.OrderBy(s => s.Number).FirstOrDefault(s => s.OpenedAt is not null && s.ClosedAt is null);
        var today = clock.Today();
        Steps = [.. Contract.Stages.OrderBy(s => s.Number).Select(s => new Step(s.Name, s.ClosedAt is not null ? StepState.Done : s.OpenedAt is null ? StepState.Ahead : s.To < today ? StepState.Late : StepState.Now, dates.Span(s.From, s.To)))];
        var asked = Waits.Select(w => w.Step).Distinct().ToList();
        var signature = MySide == Side.Mentor ? ContractStep.MentorSignature : ContractStep.TraineeSignature;
        var kept = await access.Kept(cancel);
        ToConfirm = [.. asked.Where(s => MySide is not null && s == signature), .. kept.For(Contract, asked)];
        MissingSeals = Contract.MissingSeals(today);
        var given = Contract.Confirmations.Where(c => c.SealId is not null && c.Step != ContractStep.Midterm && c.Counts(Contract.Amendment)).Select(c => c.Step);
        ToWithdraw = Contract is { State: ContractState.Signed or ContractState.Active, PendingAmendment: null } ? [.. kept.For(Contract, given)] : [];
        MayManage = await access.MayManage(Contract, cancel);
        MaySayParticipation = Contract.State is not (ContractState.Completed or ContractState.Ended) && await participating.May(Contract, cancel);
    }

    private async Task<IActionResult> Do(Task act, string whatWasDone)
    {
        await act;
        return Done(whatWasDone, "Details", new { Id });
    }
}
