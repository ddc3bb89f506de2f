using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Registrations;

/// <summary>The registration form of a pair on paper (P4): both sides, the programme, what they agreed on, room for the seals of school and district and the section's receipt.</summary>
[OpenToAccounts("Only the two sides, the keepers of its seals and those who may see the trainee's contracts find it.")]
internal sealed class FormModel(ContractAccess access, ProgrammeQueries programmes, ITeaching teaching, IPeople people, IOrganisation organisation, IIssuedDocuments documents, Dates dates) : LmsPageModel
{
    private const string Kind = "mentoring.registration";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Contract Contract { get; private set; } = null!;

    public string Programme { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public RegisteredSide Mentor { get; private set; } = null!;

    public RegisteredSide Trainee { get; private set; } = null!;

    /// <summary>What both agreed to; null while a decision is open.</summary>
    public ContractText? Text { get; private set; }

    /// <summary>Its number; null until somebody asked for one.</summary>
    public IssuedDocument? Document { get; private set; }

    /// <summary>What was signed or sealed for the text that counts now.</summary>
    public Confirmation? Given(ContractStep step) => Contract.Confirmations.LastOrDefault(c => c.Step == step && c.Counts(Contract.Amendment));

    public string StageName(int number) => Contract.Stages.FirstOrDefault(s => s.Number == number)?.Name ?? "";

    /// <summary>The day of a moment, in the institute's time.</summary>
    public string DayOf(DateTime at) => dates.Exactly(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), dates.Zone)));

    public override async Task Prepare(CancellationToken cancel)
    {
        Contract = await access.ToSee(Id, cancel);
        Text = Contract.AgreedText();
        Programme = (await programmes.Find(Contract.ProgrammeId, cancel)).Name;
        Subject = (await teaching.Subjects(cancel)).GetValueOrDefault(Contract.SubjectId)?.Name.ToString() ?? "";
        var names = await people.Find([Contract.MentorId, Contract.TraineeId], cancel);
        var tree = await organisation.Tree(cancel);
        (Mentor, Trainee) = (Of(Contract.MentorId, Contract.MentorSchoolId), Of(Contract.TraineeId, Contract.TraineeSchoolId));
        Document = Text is null ? null : await documents.Find(Kind, Id, Text.Hash, cancel);

        RegisteredSide Of(Guid personId, Guid schoolId) => new(names.GetValueOrDefault(personId)?.Name.ToString() ?? "", names.GetValueOrDefault(personId)?.StaffNumber ?? "",
            tree.Find(schoolId)?.Name.ToString() ?? "", PairingLevels.DistrictOf(schoolId, tree)?.Name.ToString() ?? "");
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    /// <exception cref="RuleBroken">Both haven't agreed on everything yet.</exception>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        var text = Text ?? throw new RuleBroken(ContractRules.DecisionsOpen);
        await documents.Issue(new(Kind, Id, text.Hash, L["Registration form of a mentoring pair"],
            [new(L["Mentor"], Mentor.InFull), new(L["Trainee"], Trainee.InFull), new(L["Programme"], Programme), new(L["Subject"], Subject), new(L["Time"], dates.Span(Contract.From, Contract.To))]), cancel);
        return RedirectToPage(new { Id });
    }
}

/// <summary>One side of the pair, as the form names it.</summary>
internal sealed record RegisteredSide(string Name, string StaffNumber, string School, string District)
{
    public string InFull => $"{Name} ({School})";
}
