using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Replacing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Replacements;

/// <summary>What waits for a replacement in a programme, and who is to come where a trainee left.</summary>
[RequiresPermission(MentoringPermissions.Contracts.Manage)]
internal sealed class IndexModel(Vacancies vacancies, ProposeReplacements propose, ProgrammeQueries programmes, ITeaching teaching, IPeople people, IDirectory directory) : LmsPageModel
{
    private IReadOnlyDictionary<Guid, PersonInfo> _names = new Dictionary<Guid, PersonInfo>();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>For each vacancy, in the order of the page, who comes.</summary>
    [BindProperty]
    public List<Comer> By { get; set; } = [];

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<Vacancy> Open { get; private set; } = [];

    public IReadOnlyDictionary<Guid, SubjectInfo> Subjects { get; private set; } = new Dictionary<Guid, SubjectInfo>();

    public IReadOnlyList<IReadOnlyList<SelectListItem>> Options { get; private set; } = [];

    public string Name(Guid personId) => _names[personId].Name.ToString();

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    /// <summary>Has it computed, and leads to it; no pair changes yet.</summary>
    public async Task<IActionResult> OnPostProposeAsync(Guid subject, CancellationToken cancel) =>
        RedirectToPage("Proposal", new { id = await propose.Ask(Id, subject, By.Where(b => b.PersonId is not null).DistinctBy(b => b.ContractId).ToDictionary(b => b.ContractId, b => b.PersonId!.Value), cancel) });

    public override async Task Prepare(CancellationToken cancel)
    {
        Programme = await programmes.Find(Id, cancel);
        Open = await vacancies.Of(Id, cancel);
        Subjects = await teaching.Subjects(cancel);
        _names = await people.Find([.. Open.SelectMany(v => new[] { v.MentorId, v.TraineeId }).Distinct()], cancel);
        var chosen = By.Where(b => b.PersonId is not null).ToDictionary(b => b.ContractId, b => b.PersonId!.Value);
        var known = await directory.Find([.. chosen.Values], cancel);
        By = [.. Open.Select(v => new Comer { ContractId = v.ContractId, PersonId = chosen.TryGetValue(v.ContractId, out var person) ? person : null })];
        var options = new List<IReadOnlyList<SelectListItem>>();
        for (var i = 0; i < By.Count; i++)
        {
            var found = SearchedIn($"By[{i}].PersonId") is { } words ? await directory.Colleagues(words, cancel) : By[i].PersonId is { } id && known.TryGetValue(id, out var person) ? [person] : [];
            options.Add([.. found.Select(p => new SelectListItem(p.InFull, p.Id.ToString()))]);
        }
        Options = options;
    }
}

/// <summary>Who comes in the place of a trainee who left.</summary>
internal sealed record Comer
{
    public Guid ContractId { get; set; }

    public Guid? PersonId { get; set; }
}
