using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Engine.Bpmn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Workflows.Definitions;

/// <summary>A workflow as the API shows it.</summary>
/// <param name="Version">What If-Match names when its draft is saved.</param>
internal sealed record DefinitionResource(Guid Id, string Key, string Name, int LastVersion, string Xml, IReadOnlyList<DrawingProblem> Problems, Guid Version);

/// <param name="Element">The element of the drawing.</param>
/// <param name="IsError">It can't be published with it.</param>
internal sealed record DrawingProblem(string Element, bool IsError, string Text);

internal sealed record DrawingProblems(IReadOnlyList<DrawingProblem> Problems);

/// <param name="Mistake">Null where it can be read.</param>
internal sealed record ExpressionCheck(string? Mistake);

internal sealed record NewDefinitionInput
{
    [Required, StringLength(Definition.KeyLength)]
    public string Key { get; init; } = "";

    [Required, StringLength(Definition.NameLength)]
    public string Name { get; init; } = "";

    /// <summary>A BPMN 2.0 file.</summary>
    [Required]
    public string Xml { get; init; } = "";
}

internal sealed record DraftInput
{
    [Required, StringLength(Definition.NameLength)]
    public string Name { get; init; } = "";

    [Required]
    public string Xml { get; init; } = "";
}

internal sealed record DrawingInput
{
    [Required]
    public string Xml { get; init; } = "";

    /// <summary>The workflow whose forms the drawing names; without it there are none.</summary>
    public Guid? DefinitionId { get; init; }
}

internal sealed record ExpressionInput
{
    [Required]
    public string Text { get; init; } = "";
}

internal sealed record PublishInput
{
    /// <summary>What is different, for the list of versions.</summary>
    [StringLength(DefinitionVersion.NoteLength)]
    public string? Note { get; init; }
}

/// <summary>Drawings under /api/v1/workflows; the designer uses it too.</summary>
internal sealed class DefinitionsApi : IApiContributor
{
    public string Path => "workflows";

    public void Map(IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/definitions");
        definitions.MapGet("/", (DefinitionQueries queries, CancellationToken cancel, bool archived = false) => queries.All(archived, cancel)).RequirePermission(WorkflowsPermissions.Definitions.View).WithSummary("Lists the institute's workflows, by name");
        definitions.MapGet("/{id:guid}", Get).RequirePermission(WorkflowsPermissions.Definitions.View).WithSummary("One workflow with its draft, its version as ETag");
        definitions.MapPost("/", Add).RequirePermission(WorkflowsPermissions.Definitions.Edit).WithSummary("Adds a workflow from a BPMN file");
        definitions.MapPut("/{id:guid}/draft", Save).RequirePermission(WorkflowsPermissions.Definitions.Edit).ExpectsVersion().WithSummary("Saves the draft; If-Match names the version seen");
        definitions.MapPost("/{id:guid}/publish", Publish).RequirePermission(WorkflowsPermissions.Definitions.Edit).WithSummary("Makes the draft the version new cases run by");
        definitions.MapPost("/check", Check).RequirePermission(WorkflowsPermissions.Definitions.Edit).WithSummary("Says what is wrong with a drawing, without saving it");
        api.MapPost("/expressions/check", CheckExpression).RequirePermission(WorkflowsPermissions.Definitions.Edit).WithSummary("Says whether a FEEL expression can be read");
    }

    private static async Task<Ok<DefinitionResource>> Get(Guid id, DefinitionQueries queries, DefinitionChecks checks, HttpResponse response, CancellationToken cancel)
    {
        var (definition, _, problems) = await queries.Find(id, cancel);
        response.SetVersion(definition.ConcurrencyStamp);
        return TypedResults.Ok(new DefinitionResource(id, definition.Key, definition.Name, definition.LastVersion, definition.Draft, checks.Say(problems), definition.ConcurrencyStamp));
    }

    private static async Task<Created<DefinitionResource>> Add(NewDefinitionInput input, EditDefinition edit, DefinitionQueries queries, DefinitionChecks checks, HttpResponse response, CancellationToken cancel)
    {
        var id = await edit.Create(input.Key, input.Name, input.Xml, cancel);
        return TypedResults.Created($"/api/v1/workflows/definitions/{id}", (await Get(id, queries, checks, response, cancel)).Value);
    }

    private static async Task<Ok<DefinitionResource>> Save(Guid id, DraftInput input, EditDefinition edit, DefinitionQueries queries, DefinitionChecks checks, HttpContext http, CancellationToken cancel)
    {
        await edit.SaveDraft(id, input.Name, input.Xml, http.Request.ExpectedVersion(), cancel);
        return await Get(id, queries, checks, http.Response, cancel);
    }

    private static async Task<Ok<DefinitionResource>> Publish(Guid id, PublishInput input, PublishDefinition publish, DefinitionQueries queries, DefinitionChecks checks, HttpResponse response, CancellationToken cancel)
    {
        await publish.Handle(id, input.Note, cancel);
        return await Get(id, queries, checks, response, cancel);
    }

    private static async Task<Ok<DrawingProblems>> Check(DrawingInput input, DefinitionChecks checks, CancellationToken cancel) =>
        TypedResults.Ok(new DrawingProblems(checks.Say((await checks.Check(input.Xml, input.DefinitionId, cancel)).Problems)));

    private static Ok<ExpressionCheck> CheckExpression(ExpressionInput input, DefinitionChecks checks) => TypedResults.Ok(new ExpressionCheck(checks.Mistake(input.Text)));
}
