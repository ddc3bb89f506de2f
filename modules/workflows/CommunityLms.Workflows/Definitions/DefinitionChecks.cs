using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Activities;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Schema;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Definitions;

/// <summary>Says what is wrong with a drawing: what the engine finds, and what this institute lacks to carry it out.</summary>
internal sealed class DefinitionChecks(WorkflowsDbContext db, ActivityCatalog activities, IRoles roles, Translations translations, TimeProvider clock) : IScopedDependency
{
    /// <param name="definitionId">Whose forms the drawing names; null while there is no definition yet.</param>
    public async Task<BpmnFile> Check(string xml, Guid? definitionId, CancellationToken cancel)
    {
        var file = BpmnReader.Read(xml);
        if (file.Process is not { } graph)
            return file;
        var forms = await db.Forms.AsNoTracking().Where(f => f.DefinitionId == definitionId).OrderBy(f => f.Key).ToListAsync(cancel);
        return file with { Problems = [.. file.Problems, .. await Of(graph, cancel), .. Of(graph, forms)] };
    }

    /// <summary>What is wrong with an expression, in the reader's language; null where it can be read.</summary>
    public string? Mistake(string expression)
    {
        try
        {
            FeelExpression.Parse(TaskProperties.Bare(expression));
            return null;
        }
        catch (FeelSyntaxError mistake)
        {
            return translations.For(typeof(BpmnReader).Assembly)[mistake.Reason.Text, [.. mistake.Reason.Arguments]];
        }
    }

    public IReadOnlyList<DrawingProblem> Say(IEnumerable<Problem> problems) => [.. problems.Select(p => new DrawingProblem(p.ElementId ?? "", p.Severity == ProblemSeverity.Error, Words(p)))];

    /// <summary>Problems in the reader's language, one after the other.</summary>
    public string Words(IEnumerable<Problem> problems) => string.Join(' ', problems.Select(Words));

    public string Words(Problem problem)
    {
        var texts = translations.For(typeof(BpmnReader).Assembly);
        return texts[problem.Text, [.. problem.Arguments.Select(a => (object)texts[a].Value)]];
    }

    private async Task<IReadOnlyList<Problem>> Of(ProcessGraph graph, CancellationToken cancel)
    {
        var known = (await roles.All(cancel)).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var keys = await db.Definitions.Where(d => d.CurrentVersionId != null && d.ArchivedOn == null).Select(d => d.Key).ToListAsync(cancel);
        return [.. graph.Nodes.SelectMany(node => Of(graph, node, known, keys)), .. Requests(graph, known)];
    }

    private IEnumerable<Problem> Of(ProcessGraph graph, FlowNode node, HashSet<string> known, List<string> keys) => node switch
    {
        ServiceTask { ActivityName: { Length: > 0 } name } service when activities.Find(name) is null => [Error(service, "{0}: no module offers the activity {1}.", name)],
        CallActivity call when !keys.Contains(call.CalledProcess) => [Warning(call, "{0} calls the workflow {1}, and none of that name is published.", call.CalledProcess)],
        StartEvent { Trigger: TimerTrigger timer } start when StartSchedule.First(timer, clock.GetUtcNow()) is null => [Error(start, "{0} can’t tell when: {1} is no time within a hundred years, and no cycle of a minute or more.", timer.When.Text)],
        CatchEvent { Trigger: TimerTrigger { Kind: TimerKind.Date, When: { References.Count: 0 } when } } wait when IsTooFar(when) => [Error(wait, "{0}: {1} is no time within a hundred years.", when.Text)],
        BoundaryEvent { Trigger: TimerTrigger { Kind: TimerKind.Date, When: { References.Count: 0 } when } } border when IsTooFar(when) => [Error(border, "{0}: {1} is no time within a hundred years.", when.Text)],
        UserTask task => Of(graph, task, known),
        _ => [],
    };

    /// <summary>Forms that are named and gone, and those that can't be carried out.</summary>
    private static IEnumerable<Problem> Of(ProcessGraph graph, List<DefinitionForm> forms)
    {
        foreach (var task in graph.Nodes.OfType<UserTask>())
            if (task.Properties.GetValueOrDefault(TaskProperties.Form) is { Length: > 0 } key && !forms.Exists(f => f.Key == key))
                yield return Error(task, "{0}: the workflow has no form {1}.", key);
        if (graph.Properties.GetValueOrDefault(ProcessProperties.Form) is { Length: > 0 } start && !forms.Exists(f => f.Key == start))
            yield return new(graph.Id, ProblemSeverity.Error, "{0}: the workflow has no form {1}.", graph.Name, start);
        foreach (var problem in forms.SelectMany(f => FormReader.Read(f.Schema, f.Name).Problems))
            yield return problem with { ElementId = null };
    }

    private bool IsTooFar(FeelExpression moment) => StartSchedule.First(new(TimerKind.Date, moment), clock.GetUtcNow()) is null;

    private IEnumerable<Problem> Of(ProcessGraph graph, UserTask task, HashSet<string> known)
    {
        foreach (var name in TaskProperties.Expressions)
            if (task.Properties.GetValueOrDefault(name) is { } text && Mistake(text) is { } mistake)
                yield return Error(task, "{0}: the expression {1} can’t be read: {2}", text, mistake);
        foreach (var role in TaskProperties.WordsOf(task, TaskProperties.Role).Concat(TaskProperties.WordsOf(task, TaskProperties.EscalateTo)).Where(r => !known.Contains(r)))
            yield return Error(task, "{0}: the institute has no role {1}.", role);
        if (task.Properties.GetValueOrDefault(TaskProperties.DoerOf) is { } earlier && graph.Find(earlier) is not UserTask)
            yield return Error(task, "{0}: there is no task {1} whose doer could do this one.", earlier);
    }

    private IEnumerable<Problem> Requests(ProcessGraph graph, HashSet<string> known)
    {
        if (graph.Properties.GetValueOrDefault(ProcessProperties.Title) is { } title && Mistake(title) is { } mistake)
            yield return new(graph.Id, ProblemSeverity.Error, "{0}: the expression {1} can’t be read: {2}", graph.Name, title, mistake);
        foreach (var role in NameList.Of(graph.Properties.GetValueOrDefault(ProcessProperties.RequestedBy)).Where(r => r != ProcessProperties.Anyone && !known.Contains(r)))
            yield return new(graph.Id, ProblemSeverity.Error, "{0}: the institute has no role {1}.", graph.Name, role);
    }

    private static Problem Error(FlowNode node, string text, params string[] arguments) => new(node.Id, ProblemSeverity.Error, text, [node.Name, .. arguments]);

    private static Problem Warning(FlowNode node, string text, params string[] arguments) => new(node.Id, ProblemSeverity.Warning, text, [node.Name, .. arguments]);
}
