using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Inbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Workflows.Requests;

/// <summary>Something the caller may ask for.</summary>
/// <param name="UnitIds">Where they may.</param>
/// <param name="Asks">What is asked by name, where there is no form.</param>
/// <param name="Form">The form as form-js writes it; null where the drawing names none.</param>
internal sealed record OfferedRequest(string Key, string Name, IReadOnlyList<Guid> UnitIds, IReadOnlyList<AskedField> Asks, JsonNode? Form);

internal sealed record RequestInput
{
    /// <summary>What is asked for.</summary>
    [Required, StringLength(Definition.KeyLength)]
    public string Key { get; init; } = "";

    [Required]
    public Guid? UnitId { get; init; }

    /// <summary>By name, in the shape of the form; a file as <c>{"id": …}</c>.</summary>
    public JsonObject Answers { get; init; } = [];
}

internal sealed record WithdrawInput
{
    [StringLength(500)]
    public string? Reason { get; init; }
}

internal sealed record AskedRequest(Guid Id);

/// <summary>The caller's own requests under /api/v1/workflows/requests; each is a case, to be seen under /cases.</summary>
internal sealed class RequestsApi : IApiContributor
{
    public string Path => "workflows";

    public void Map(IEndpointRouteBuilder api)
    {
        var requests = api.MapGroup("/requests").WithMetadata(new OpenToAccountsAttribute("Everyone sees their own requests; the drawing says who may ask."));
        requests.MapGet("/", Mine).WithSummary("Lists what the caller has asked for, newest first");
        requests.MapGet("/offered", (Requesting asking, CancellationToken cancel) => asking.Offered(cancel)).WithSummary("Lists what the caller may ask for, by name");
        requests.MapGet("/offered/{key}", Offered).WithSummary("What one request asks for");
        requests.MapPost("/", Ask).WithSummary("Asks for something with the answers its form asks for");
        requests.MapPost("/{id:guid}/withdraw", Withdraw).WithSummary("Withdraws a request while nobody has acted on it");
        requests.MapPost("/{id:guid}/urge", Urge).WithSummary("Reminds whoever has the open tasks of a request");
    }

    private static Task<Page<CaseRow>> Mine(CaseQueries cases, [AsParameters] PageRequest page, CancellationToken cancel) => cases.List(new(Own: true), page, cancel);

    private static async Task<Ok<OfferedRequest>> Offered(string key, Requesting asking, Graphs graphs, FormStore forms, CancellationToken cancel)
    {
        var offered = (await asking.Offered(cancel)).FirstOrDefault(o => o.Key == key) ?? throw new RecordMissing("workflow");
        var graph = await graphs.Of(offered.VersionId, cancel);
        var form = await forms.Schema(offered.VersionId, graph.Properties.GetValueOrDefault(ProcessProperties.Form), cancel);
        return TypedResults.Ok(new OfferedRequest(offered.Key, offered.Name, offered.UnitIds, form is null && graph.Root.Entries is [var start, ..] ? AskedFields.Of(start) : [], form));
    }

    private static async Task<Created<AskedRequest>> Ask(RequestInput input, Requesting asking, CancellationToken cancel)
    {
        var id = await asking.Ask(input.Key, input.UnitId!.Value, input.Answers, cancel);
        return TypedResults.Created($"/api/v1/workflows/cases/{id}", new AskedRequest(id));
    }

    private static async Task<NoContent> Withdraw(Guid id, WithdrawInput input, Requesting asking, CancellationToken cancel)
    {
        await asking.Withdraw(id, input.Reason, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Urge(Guid id, Requesting asking, CancellationToken cancel)
    {
        await asking.Urge(id, cancel);
        return TypedResults.NoContent();
    }
}
