using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Replacing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Replacements;

[OpenToAccounts("Only who keeps the seal of the trainee's school finds it, and only while the workflow asks for the word at mid-term.")]
internal sealed class ReportModel(ContractAccess access, ReportAtMidterm report, IPeople people) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Required, Display(Name = "What has happened")]
    public WithdrawalReason? Reason { get; set; }

    [BindProperty, Required, StringLength(ContractRules.ReasonLength), Display(Name = "In your words")]
    public string Words { get; set; } = "";

    public string Mentor { get; private set; } = "";

    public string Trainee { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Reasons =>
        [.. Enum.GetValues<WithdrawalReason>().Except([WithdrawalReason.MadeRoom]).Select(r => new SelectListItem(ContractWords.OfReason(L, r.ToString()), r.ToString()))];

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await report.Handle(Id, Reason!.Value, Words, cancel);
        return Done(L["Reported. The contract has ended; its history stays."], "/Contracts/Details", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        var contract = await access.ToSee(Id, cancel);
        if (!(await access.Kept(cancel)).For(contract, contract.Awaited.Select(a => a.Step)).Contains(ContractStep.Midterm))
            throw new RecordMissing("contract");
        var names = await people.Find([contract.MentorId, contract.TraineeId], cancel);
        (Mentor, Trainee) = (names[contract.MentorId].Name.ToString(), names[contract.TraineeId].Name.ToString());
    }
}
