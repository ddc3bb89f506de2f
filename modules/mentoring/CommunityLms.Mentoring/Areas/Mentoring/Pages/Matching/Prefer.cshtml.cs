using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.MatchingRounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

[OpenToAccounts("Only who takes part in the matching finds it, and it holds only their own choices.")]
internal sealed class PreferModel(Preferring preferring, IDirectory directory) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid?> Choices { get; set; } = [];

    public MatchingRound Round { get; private set; } = null!;

    public PoolMember Me { get; private set; } = null!;

    /// <summary>For each choice, what can be chosen without a script.</summary>
    public IReadOnlyList<IReadOnlyList<SelectListItem>> Options { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Choices = [.. (await preferring.Find(Id, cancel)).Me.ReadChoices().Select(c => (Guid?)c)];
        await Prepare(cancel);
    }

    /// <summary>Answers a picker of people of the other side.</summary>
    public async Task<IActionResult> OnGetPeopleAsync(string? q, CancellationToken cancel) => new JsonResult(await Others(q, cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await preferring.Prefer(Id, [.. Choices.OfType<Guid>()], cancel);
        return Done(L["Saved. You can change it until the matching is computed."], "Prefer", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        (Round, Me) = await preferring.Find(Id, cancel);
        Choices = [.. Choices.Concat(Enumerable.Repeat<Guid?>(null, PoolMember.MostChoices)).Take(PoolMember.MostChoices)];
        var named = await directory.Find([.. Choices.OfType<Guid>()], cancel);
        var options = new List<IReadOnlyList<SelectListItem>>();
        foreach (var (i, choice) in Choices.Index())
        {
            var found = SearchedIn($"Choices[{i}]") is { } words ? await Others(words, cancel) : choice is { } id && named.TryGetValue(id, out var person) ? [person] : [];
            options.Add([.. found.Select(p => new SelectListItem(p.InFull, p.Id.ToString()))]);
        }
        Options = options;
    }

    private async Task<IEnumerable<Listed>> Others(string? words, CancellationToken cancel)
    {
        var others = (await preferring.Others((await preferring.Find(Id, cancel)).Me, cancel)).ToHashSet();
        return (await directory.Colleagues(words, cancel)).Where(p => others.Contains(p.Id));
    }
}
