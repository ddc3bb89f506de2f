using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Mentoring.Api;

/// <param name="PersonId">Who entered it.</param>
internal sealed record ContactItem(Guid Id, Guid PersonId, DateOnly On, ContactKind Kind, int Minutes, string Topic, string? Place, string? FollowUp);

internal sealed record NewContact
{
    [Required]
    public DateOnly? On { get; init; }

    public ContactKind Kind { get; init; }

    [Required, StringLength(Contact.TextLength)]
    public string Topic { get; init; } = "";

    [Range(1, Contact.LongestMinutes)]
    public int? Minutes { get; init; }

    [StringLength(Contact.TextLength)]
    public string? Place { get; init; }

    [StringLength(Contact.TextLength)]
    public string? FollowUp { get; init; }
}

/// <param name="By">The side that did it.</param>
/// <param name="AcceptedAt">When the other side said that it was so; null while it waits.</param>
internal sealed record EvidenceItem(Guid Id, string Activity, ActivityKind Kind, Side By, DateOnly On, string Title, string? Link, int Characters, DateTime? AcceptedAt, string? VoidedFor);

internal sealed record NewEvidence
{
    /// <summary>The activity of the programme it counts for, by its name.</summary>
    [Required, StringLength(RequiredActivity.NameLength)]
    public string Activity { get; init; } = "";

    [Required]
    public DateOnly? On { get; init; }

    [Required, StringLength(Evidence.TitleLength)]
    public string Title { get; init; } = "";

    [StringLength(Evidence.TextLength)]
    public string? Text { get; init; }

    [StringLength(Evidence.LinkLength)]
    public string? Link { get; init; }
}

internal sealed record Entered(Guid Id);

/// <summary>Log and evidence of a contract under /api/v1/mentoring/contracts/{id}.</summary>
internal sealed class JourneyApi : IApiContributor
{
    public string Path => "mentoring";

    public void Map(IEndpointRouteBuilder api)
    {
        var contract = api.MapGroup("/contracts/{id:guid}").WithMetadata(new OpenToAccountsAttribute("Only who finds the contract reads it; only mentor and trainee enter something."));
        contract.MapGet("/contacts", Contacts).WithSummary("Lists the log of a contract, the newest first");
        contract.MapPost("/contacts", Log).WithSummary("Logs a contact");
        contract.MapGet("/evidence", All).WithSummary("Lists what both sides did, the newest first");
        contract.MapPost("/evidence", Submit).WithSummary("Enters what the caller did, as text or as a link");
    }

    private static async Task<Page<ContactItem>> Contacts(Guid id, ContractAccess access, MentoringDbContext db, [AsParameters] PageRequest page, CancellationToken cancel)
    {
        await access.ToSee(id, cancel);
        return await db.Contacts.Where(c => c.ContractId == id).ToPage(c => c.On, c => c.Id, c => new ContactItem(c.Id, c.PersonId, c.On, c.Kind, c.Minutes, c.Topic, c.Place, c.FollowUp), page, cancel, descending: true);
    }

    private static async Task<NoContent> Log(Guid id, NewContact contact, Recording recording, CancellationToken cancel)
    {
        await recording.Log(id, new() { On = contact.On, Kind = contact.Kind, Topic = contact.Topic, Minutes = contact.Minutes, Place = contact.Place, FollowUp = contact.FollowUp }, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Page<EvidenceItem>> All(Guid id, ContractAccess access, MentoringDbContext db, [AsParameters] PageRequest page, CancellationToken cancel)
    {
        await access.ToSee(id, cancel);
        return await db.Evidence.Where(e => e.ContractId == id).ToPage(e => e.On, e => e.Id, e => new EvidenceItem(e.Id, e.Activity, e.Kind, e.By, e.On, e.Title, e.Link, e.Characters, e.AcceptedAt, e.VoidedFor), page, cancel, descending: true);
    }

    private static async Task<Created<Entered>> Submit(Guid id, NewEvidence evidence, Recording recording, CancellationToken cancel)
    {
        var entered = await recording.Submit(id, new() { Activity = evidence.Activity, On = evidence.On, Title = evidence.Title, Text = evidence.Text, Link = evidence.Link }, files: [], cancel);
        return TypedResults.Created($"/mentoring/evidence/{entered}", new Entered(entered));
    }
}
