using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Inbox;

/// <summary>A task as the API shows it.</summary>
/// <param name="Asks">What is asked by name, where there is no form.</param>
/// <param name="Form">The form as form-js writes it; null where the drawing names none.</param>
/// <param name="Variables">What the case knows there.</param>
/// <param name="Draft">What was kept, in the shape of the answers.</param>
internal sealed record TaskResource(Guid Id, string Name, Guid CaseId, string CaseTitle, string StartedBy, DateTime OpenedAt, DateOnly? DueOn, bool IsOverdue, bool CanClaim, bool CanReturn,
    IReadOnlyList<AskedField> Asks, JsonNode? Form, JsonObject Variables, JsonObject? Draft, IReadOnlyList<EarlierStep> Earlier);

/// <summary>What became of one of several tasks.</summary>
/// <param name="Refusal">Why it wasn't approved, in words; null where it was.</param>
internal sealed record ApprovedTask(Guid Id, string Task, string? Refusal);

internal sealed record AnswersInput
{
    /// <summary>By name, in the shape of the form; a file as <c>{"id": …}</c>.</summary>
    public JsonObject Answers { get; init; } = [];

    [StringLength(500)]
    public string? Comment { get; init; }
}

internal sealed record HandOnBody
{
    [Required]
    public Guid? PersonId { get; init; }

    public HandOnWay How { get; init; }

    [StringLength(500)]
    public string? Remark { get; init; }
}

internal sealed record SendBackInput
{
    /// <summary>One of the task's earlier steps.</summary>
    [Required, StringLength(200)]
    public string Target { get; init; } = "";

    /// <summary>It returns straight to this task afterwards.</summary>
    public bool ComesBack { get; init; }

    [Required, StringLength(500)]
    public string Reason { get; init; } = "";
}

internal sealed record ApproveInput
{
    [Required]
    public IReadOnlyList<Guid> TaskIds { get; init; } = [];

    [StringLength(500)]
    public string? Comment { get; init; }
}

/// <summary>The caller's own tasks under /api/v1/workflows/tasks: the same use cases as the pages.</summary>
internal sealed class TasksApi : IApiContributor
{
    public string Path => "workflows";

    public void Map(IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithMetadata(new OpenToAccountsAttribute("Everyone has an inbox; it holds only what is theirs."));
        tasks.MapGet("/", (InboxQueries inbox, [AsParameters] PageRequest page, CancellationToken cancel) => inbox.Open(page, cancel)).WithSummary("Lists what waits for the caller, the most overdue first");
        tasks.MapGet("/done", (InboxQueries inbox, [AsParameters] PageRequest page, CancellationToken cancel) => inbox.Done(page, cancel)).WithSummary("Lists what the caller has done, the last first");
        tasks.MapGet("/{id:guid}", Get).WithSummary("One task with its form and what the case knows");
        tasks.MapPost("/{id:guid}/complete", Complete).WithSummary("Does a task with the answers its form asks for");
        tasks.MapPost("/{id:guid}/keep", Keep).WithSummary("Keeps answers for later, without checking them");
        tasks.MapPost("/{id:guid}/claim", Claim).WithSummary("Takes a task of the group");
        tasks.MapPost("/{id:guid}/return", Return).WithSummary("Gives a task back to the group");
        tasks.MapPost("/{id:guid}/hand-on", HandOn).WithSummary("Transfers or delegates a task, asks one more person, or shows them the case");
        tasks.MapPost("/{id:guid}/send-back", SendBack).WithSummary("Sends the case back to an earlier step, where the drawing allows it");
        tasks.MapPost("/{id:guid}/take-back", TakeBack).WithSummary("Takes back a task one has done, while nobody has acted after it");
        tasks.MapPost("/approve", Approve).WithSummary("Approves several tasks where their drawings allow it, and says of each what became of it");
        // A form; the group asks a browser for the token already.
        api.MapPost("/files", Bring).DisableAntiforgery().WithMetadata(new OpenToAccountsAttribute("Everyone may bring files for forms they fill in; only they can answer with them.")).WithSummary("Brings a file, whose id an answer names afterwards");
    }

    private static async Task<Ok<TaskResource>> Get(Guid id, TaskQuery tasks, Graphs graphs, FormStore forms, CancellationToken cancel)
    {
        var task = await tasks.Find(id, cancel);
        var running = task.Case;
        var node = (await graphs.Of(running.VersionId, cancel))[task.Item.NodeId];
        return TypedResults.Ok(new TaskResource(id, task.Item.Name, running.Id, running.Title, running.StartedBy, task.Item.OpenedAt, task.Item.DueOn, task.IsOverdue, task.CanClaim, task.CanReturn,
            task.Fields, await forms.Schema(running.VersionId, node.Properties.GetValueOrDefault(TaskProperties.Form), cancel), task.Variables, task.Draft, task.Earlier));
    }

    private static async Task<NoContent> Complete(Guid id, AnswersInput input, CompleteTask complete, CancellationToken cancel)
    {
        await complete.Handle(id, input.Answers, input.Comment, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Keep(Guid id, AnswersInput input, PassingOn passing, CancellationToken cancel)
    {
        await passing.Keep(id, input.Answers, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Claim(Guid id, PassingOn passing, CancellationToken cancel)
    {
        await passing.Claim(id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Return(Guid id, PassingOn passing, CancellationToken cancel)
    {
        await passing.Return(id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> HandOn(Guid id, HandOnBody input, HandingOn handing, CancellationToken cancel)
    {
        await handing.Handle(id, input.PersonId!.Value, input.How, input.Remark, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SendBack(Guid id, SendBackInput input, SendingBack back, CancellationToken cancel)
    {
        await back.SendBack(id, input.Target, input.ComesBack, input.Reason, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeBack(Guid id, SendingBack back, CancellationToken cancel)
    {
        await back.TakeBack(id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<ApprovedTask>>> Approve(ApproveInput input, BulkComplete bulk, IStringLocalizer<WorkflowsModule> texts, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<ApprovedTask>>([.. (await bulk.Handle(input.TaskIds, input.Comment, cancel)).Select(r => new ApprovedTask(r.Id, r.Task, r.Why(texts)))]);

    private static async Task<Created<KeptFile>> Bring(IFormFile file, BroughtFiles files, CancellationToken cancel)
    {
        var brought = await files.Bring(file, FileKinds.All, cancel);
        return TypedResults.Created((string?)null, brought);
    }
}
