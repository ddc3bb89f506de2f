using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Workflows.Cases;

/// <summary>A case as the API shows it.</summary>
/// <param name="Standing">Where it stands; an intervention names the instance.</param>
/// <param name="Incidents">What can't go on by itself.</param>
/// <param name="Story">The newest first, in the caller's language.</param>
/// <param name="Version">What If-Match names when its variables are put right.</param>
internal sealed record CaseResource(Guid Id, string Title, string DefinitionKey, int DefinitionVersion, Guid UnitId, string StartedBy, DateTime StartedAt, DateTime? EndedAt, CaseOutcome Outcome,
    IReadOnlyList<StandingStep> Standing, IReadOnlyList<CaseProblem> Incidents, JsonObject Variables, IReadOnlyList<StoryLine> Story, Guid Version);

/// <param name="Element">The element of the drawing.</param>
internal sealed record CaseProblem(Guid Id, int Instance, string Element, string Text);

internal sealed record ReasonInput
{
    [Required, StringLength(500)]
    public string Reason { get; init; } = "";
}

internal sealed record MoveInput
{
    /// <summary>The step it stands at.</summary>
    public int Instance { get; init; }

    /// <summary>The element it goes to; without it the step is passed over.</summary>
    [StringLength(200)]
    public string? Target { get; init; }

    [Required, StringLength(500)]
    public string Reason { get; init; } = "";
}

internal sealed record VariablesInput
{
    /// <summary>Those that change, by name.</summary>
    public JsonObject Variables { get; init; } = [];

    [Required, StringLength(500)]
    public string Reason { get; init; } = "";
}

internal sealed record ReassignBody
{
    [Required]
    public Guid? PersonId { get; init; }

    [Required, StringLength(500)]
    public string Reason { get; init; } = "";
}

/// <summary>Cases under /api/v1/workflows/cases: the same use cases as the pages.</summary>
internal sealed class CasesApi : IApiContributor
{
    public string Path => "workflows";

    public void Map(IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases");
        cases.MapGet("/", List).RequirePermission(WorkflowsPermissions.Cases.View).WithSummary("Lists the cases the caller may see, newest first");
        cases.MapGet("/{id:guid}", Get).WithMetadata(new OpenToAccountsAttribute("Whoever started it, has or had a task of it, or may see cases there finds it; nobody else does.")).WithSummary("One case with its story and variables, its version as ETag");
        cases.MapPost("/{id:guid}/cancel", Cancel).RequirePermission(WorkflowsPermissions.Cases.Intervene).WithSummary("Ends a case, with a reason");
        cases.MapPost("/{id:guid}/incidents/{incidentId:guid}/retry", Retry).RequirePermission(WorkflowsPermissions.Cases.Intervene).WithSummary("Tries again what can't go on by itself");
        cases.MapPost("/{id:guid}/move", Move).RequirePermission(WorkflowsPermissions.Cases.Intervene).WithSummary("Passes over a step or takes the case to another, with a reason");
        cases.MapPut("/{id:guid}/variables", Correct).RequirePermission(WorkflowsPermissions.Cases.Intervene).ExpectsVersion().WithSummary("Puts variables right, with a reason; If-Match names the version seen");
        cases.MapPost("/{id:guid}/tasks/{taskId:guid}/reassign", Reassign).RequirePermission(WorkflowsPermissions.Cases.Intervene).WithSummary("Gives a task to somebody, whoever has it, with a reason");
    }

    /// <param name="unitId">Only those of this unit and of the units below it.</param>
    /// <param name="stuck">Only those that need an administrator.</param>
    private static Task<Page<CaseRow>> List(CaseQueries cases, [AsParameters] PageRequest page, CancellationToken cancel,
        Guid? definitionId = null, CaseOutcome? outcome = null, Guid? unitId = null, DateTime? startedBefore = null, bool stuck = false) =>
        cases.List(new(definitionId, outcome, unitId, startedBefore?.ToUniversalTime(), stuck), page, cancel);

    private static Task<Ok<CaseResource>> Get(Guid id, CaseReading reading, HttpResponse response, CancellationToken cancel) => Show(id, reading, response, cancel);

    private static async Task<Ok<CaseResource>> Cancel(Guid id, ReasonInput input, Intervening intervening, CaseReading reading, HttpResponse response, CancellationToken cancel)
    {
        await intervening.Cancel(id, input.Reason, cancel);
        return await Show(id, reading, response, cancel);
    }

    private static async Task<Ok<CaseResource>> Retry(Guid id, Guid incidentId, Intervening intervening, CaseReading reading, HttpResponse response, CancellationToken cancel)
    {
        await intervening.RetryIncident(id, incidentId, cancel);
        return await Show(id, reading, response, cancel);
    }

    private static async Task<Ok<CaseResource>> Move(Guid id, MoveInput input, Intervening intervening, CaseReading reading, HttpResponse response, CancellationToken cancel)
    {
        await (input.Target is { } target ? intervening.Move(id, input.Instance, target, input.Reason, cancel) : intervening.Skip(id, input.Instance, flowId: null, [], input.Reason, cancel));
        return await Show(id, reading, response, cancel);
    }

    private static async Task<Ok<CaseResource>> Correct(Guid id, VariablesInput input, Intervening intervening, CaseReading reading, HttpContext http, CancellationToken cancel)
    {
        await intervening.Correct(id, input.Variables, input.Reason, cancel, http.Request.ExpectedVersion());
        return await Show(id, reading, http.Response, cancel);
    }

    private static async Task<Ok<CaseResource>> Reassign(Guid id, Guid taskId, ReassignBody input, Intervening intervening, CaseReading reading, HttpResponse response, CancellationToken cancel)
    {
        await intervening.Reassign(id, taskId, input.PersonId!.Value, input.Reason, cancel);
        return await Show(id, reading, response, cancel);
    }

    private static async Task<Ok<CaseResource>> Show(Guid id, CaseReading reading, HttpResponse response, CancellationToken cancel)
    {
        var shown = await reading.Read(id, cancel);
        response.SetVersion(shown.Version);
        return TypedResults.Ok(shown);
    }
}
