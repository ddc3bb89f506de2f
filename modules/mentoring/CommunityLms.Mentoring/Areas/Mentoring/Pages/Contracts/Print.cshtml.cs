using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>The contract on paper, with the signatures and seals it has.</summary>
[OpenToAccounts("Only those who may see the contract find it.")]
internal sealed class PrintModel(ContractAccess access, ProgrammeQueries programmes, IIssuedDocuments documents, IPeople people, ITeaching teaching, IOrganisation organisation, ISeals seals, Dates dates) : LmsPageModel
{
    private const string Kind = "mentoring.contract";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Contract Contract { get; private set; } = null!;

    public ContractText? Text { get; private set; }

    public IssuedDocument? Issued { get; private set; }

    public string Programme { get; private set; } = "";

    public string Mentor { get; private set; } = "";

    public string MentorSchool { get; private set; } = "";

    public string Trainee { get; private set; } = "";

    public string TraineeSchool { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Those of its seals that have an image.</summary>
    public IReadOnlySet<Guid> Pictured { get; private set; } = new HashSet<Guid>();

    /// <summary>Both have signed, and it has no number yet.</summary>
    public bool MayNumber => Issued is null && Text is { } text && Contract.Confirmations.Count(c => c.IsSignature && c.Counts(Contract.TextNumber) && c.Hash == text.Hash) == 2;

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (MayNumber)
            await documents.Issue(new(Kind, Id, Text!.Hash, L["Mentoring contract"],
                [new(L["Programme"], Programme), new(L["Subject"], Subject), new(L["School"], TraineeSchool), new(L["Time"], dates.Span(Contract.From, Contract.To))]), cancel);
        return RedirectToPage(new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Contract = await access.ToSee(Id, cancel);
        Text = Contract.AgreedText();
        Issued = Text is null ? null : await documents.Find(Kind, Id, Text.Hash, cancel);
        Programme = (await programmes.Find(Contract.ProgrammeId, cancel)).Name;
        var names = await people.Find([Contract.MentorId, Contract.TraineeId], cancel);
        var tree = await organisation.Tree(cancel);
        (Mentor, Trainee) = (names[Contract.MentorId].Name.ToString(), names[Contract.TraineeId].Name.ToString());
        (MentorSchool, TraineeSchool) = (tree.Find(Contract.MentorSchoolId)?.Name.ToString() ?? "", tree.Find(Contract.TraineeSchoolId)?.Name.ToString() ?? "");
        Subject = (await teaching.Subjects(cancel))[Contract.SubjectId].Name.ToString();
        var pictured = new HashSet<Guid>();
        // School and district: two at the most.
        foreach (var seal in Contract.Confirmations.Where(c => c.Counts(Contract.TextNumber)).Select(c => c.SealId).OfType<Guid>().Distinct())
            if ((await seals.Find(seal, cancel))?.ImageId is not null)
                pictured.Add(seal);
        Pictured = pictured;
    }
}
