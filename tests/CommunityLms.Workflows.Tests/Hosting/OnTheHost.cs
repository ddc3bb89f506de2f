using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Case = CommunityLms.Workflows.Cases.Case;

namespace CommunityLms.Workflows.Tests.Hosting;

/// <summary>Tests that let cases run in the host.</summary>
public abstract class OnTheHost<TDatabase>(WorkflowHost<TDatabase> host) : IAsyncLifetime where TDatabase : TestDatabase, new()
{
    private int _drawings;

    protected WorkflowHost<TDatabase> Host { get; } = host;

    internal People People { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => People = await Host.Ready();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Publishes a drawing under a short name of its own.</summary>
    internal async Task<string> Publish(string xml, string? key = null)
    {
        key ??= $"{++_drawings}-{Guid.CreateVersion7():N}";
        await Host.As(People.Admin, async services =>
        {
            var id = await services.GetRequiredService<EditDefinition>().Create(key, key, xml, Cancel);
            return await services.GetRequiredService<PublishDefinition>().Handle(id, null, Cancel);
        });
        return key;
    }

    /// <summary>The same with a form called "form".</summary>
    internal async Task<string> PublishWithForm(string xml, string schema)
    {
        var key = $"{++_drawings}-{Guid.CreateVersion7():N}";
        await Host.As(People.Admin, async services =>
        {
            var id = await services.GetRequiredService<EditDefinition>().Create(key, key, xml, Cancel);
            var forms = services.GetRequiredService<EditForms>();
            var form = await forms.Add(id, "form", "Form", Cancel);
            (await forms.Save(id, form, "Form", schema, (await forms.Find(id, form, Cancel)).Form.ConcurrencyStamp, Cancel)).ShouldBeEmpty();
            return await services.GetRequiredService<PublishDefinition>().Handle(id, null, Cancel);
        });
        return key;
    }

    internal Task<Guid> Start(string key, JsonObject? variables = null, Actor? starter = null, string? businessKey = null, Guid? unit = null) =>
        Host.As(starter ?? People.Teacher, services => services.GetRequiredService<IWorkflowRuntime>().Start(new(key, unit ?? People.School.Id, key, variables ?? [], businessKey), Cancel));

    internal Task Do<TService>(Actor who, Func<TService, Task> work) where TService : notnull => Host.As(who, services => work(services.GetRequiredService<TService>()));

    internal Task<Rule> Refused<TService>(Actor who, Func<TService, Task> work) where TService : notnull =>
        Host.As(who, async services => (await Should.ThrowAsync<RuleBroken>(() => work(services.GetRequiredService<TService>()))).Rule);

    internal Task Missing<TService>(Actor who, Func<TService, Task> work) where TService : notnull =>
        Host.As(who, services => Should.ThrowAsync<RecordMissing>(() => work(services.GetRequiredService<TService>())));

    internal Task Complete(Actor who, Guid task, JsonObject? answers = null) => Do<CompleteTask>(who, tasks => tasks.Handle(task, answers ?? [], null, Cancel));

    /// <summary>The open task of the case at this node, once it is there.</summary>
    internal async Task<WorkItem> Task(Guid caseId, string node) => (await Eventually.Get(
        () => Host.Stored(db => db.WorkItems.AsNoTracking().Where(w => w.CaseId == caseId && w.NodeId == node && w.State == WorkState.Open).OrderByDescending(w => w.Id).FirstOrDefaultAsync()), found => found is not null))!;

    internal Task<Case> Case(Guid id) => Host.Stored(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));

    internal Task<Case> Ended(Guid id) => Eventually.Get(() => Case(id), c => c.Outcome != CaseOutcome.Running);

    internal Task<CaseState> State(Guid id) => Host.Stored(async db => CaseStateJson.Read(await db.Cases.Where(c => c.Id == id).Select(c => c.State).SingleAsync()));

    /// <summary>The incident of the case, once it has one.</summary>
    internal async Task<CaseIncident> Incident(Guid caseId) => (await Eventually.Get(
        () => Host.Stored(db => db.Incidents.AsNoTracking().FirstOrDefaultAsync(i => i.CaseId == caseId && i.ResolvedAt == null)), found => found is not null))!;

    internal Task<List<CaseEntry>> Journal(Guid caseId) => Host.Stored(db => db.Entries.AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.At).ThenBy(e => e.Number ?? 0).ThenBy(e => e.Id).ToListAsync());

    internal Task<Page<InboxRow>> Inbox(Actor who) => Host.As(who, services => services.GetRequiredService<InboxQueries>().Open(new(Size: 100), Cancel));
}
