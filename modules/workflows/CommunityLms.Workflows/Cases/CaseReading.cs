using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Cases;

/// <summary>Puts together what the API says of a case.</summary>
internal sealed class CaseReading(CaseQueries cases, CaseStory story, CaseWords words, Translations translations) : IScopedDependency
{
    /// <exception cref="Kernel.Domain.RecordMissing">There is no such case for whoever is signed in.</exception>
    public async Task<CaseResource> Read(Guid id, CancellationToken cancel)
    {
        var shown = await cases.Find(id, cancel);
        var (one, texts) = (shown.Case, translations.For(typeof(BpmnReader).Assembly));
        return new(one.Id, one.Title, one.DefinitionKey, one.Version, one.UnitId, one.StartedBy, one.StartedAt, one.EndedAt, one.Outcome, await words.StandsAt(shown, cancel),
            [.. shown.Incidents.Select(i => new CaseProblem(i.Id, i.Instance, i.NodeId, texts[i.Text, [.. i.Arguments]]))], Values.ToJson(shown.State.Variables), await story.Tell(shown, cancel), one.ConcurrencyStamp);
    }
}
