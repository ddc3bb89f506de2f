using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>Begins a case by the current version of its definition.</summary>
internal sealed class CaseStarting(WorkflowsDbContext db, CaseRunner runner, Graphs graphs, IOrganisation organisation) : IScopedDependency
{
    public Task<Guid> Start(StartCase request, CaseStarter starter, CancellationToken cancel) => runner.Commit(() => Begin(request, starter, cancel), cancel);

    /// <summary>The same; the caller saves.</summary>
    /// <param name="startNodeId">The start event that was triggered; null for the one without a trigger.</param>
    /// <exception cref="RecordMissing">There is no such definition or unit, or none of its versions is published.</exception>
    /// <exception cref="RuleBroken">A case with this business key is running already.</exception>
    public async Task<Guid> Begin(StartCase request, CaseStarter starter, CancellationToken cancel, string? startNodeId = null)
    {
        var definition = await db.Definitions.SingleOrDefaultAsync(d => d.Key == request.DefinitionKey && d.ArchivedOn == null, cancel);
        if (definition is not { CurrentVersionId: { } versionId })
            throw new RecordMissing("workflow");
        if ((await organisation.Tree(cancel)).Find(request.UnitId) is null)
            throw new RecordMissing("unit");
        if (request.BusinessKey is { } key)
            await TakeKey(definition.Id, key, cancel);
        var version = await db.Versions.Where(v => v.Id == versionId).Select(v => v.Number).SingleAsync(cancel);
        var variables = Known(request, starter);
        var at = runner.Now;
        var started = new Case(definition, version, request with { Title = TitleOf(await graphs.Of(versionId, cancel), variables, at) ?? request.Title }, starter, at.UtcDateTime);
        db.Add(started);
        await runner.Happen(started, new CaseStarted(at, variables, startNodeId), cancel);
        return started.Id;
    }

    private async Task TakeKey(Guid definitionId, string key, CancellationToken cancel)
    {
        if (await db.RunningKeys.AnyAsync(k => k.DefinitionId == definitionId && k.Key == key, cancel))
            throw new RuleBroken(CaseRules.KeyTaken, key);
        db.Add(new RunningKey(definitionId, key));
    }

    /// <summary>Who started it and where is nobody's to say; only a case that calls another hands its own on.</summary>
    private static Dictionary<string, FeelValue> Known(StartCase request, CaseStarter starter)
    {
        var variables = new Dictionary<string, FeelValue>(Values.Of((JsonObject)request.Variables.DeepClone()), StringComparer.Ordinal);
        foreach (var (name, value) in new[] { (KnownVariables.Starter, starter.PersonId?.ToString()), (KnownVariables.StarterName, starter.Name), (KnownVariables.Unit, request.UnitId.ToString()) })
            if (starter.ParentCaseId is null || !variables.ContainsKey(name))
                variables[name] = FeelValue.Of(value);
        return variables;
    }

    /// <summary>What the drawing calls its cases; null where it says nothing, or nothing that can be computed.</summary>
    private static string? TitleOf(ProcessGraph graph, Dictionary<string, FeelValue> variables, DateTimeOffset at) =>
        graph.Properties.GetValueOrDefault(ProcessProperties.Title) is { } title && FeelExpression.Parse(title.TrimStart('=')).Evaluate(variables, new(at)).Value is FeelString { Value: { Length: > 0 } text }
            ? Texts.Cut(text, Case.TitleLength)
            : null;
}
