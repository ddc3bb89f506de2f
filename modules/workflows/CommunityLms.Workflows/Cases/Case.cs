using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;

namespace CommunityLms.Workflows.Cases;

/// <summary>A running workflow. Its state changes only by events, one at a time: whoever comes second is applied to what the first left. Its journal says what happened.</summary>
[NotAudited]
internal sealed class Case : Aggregate
{
    public const int TitleLength = 200;
    public const int KeyLength = 120;
    private const int DeepestCall = 20;

    private Case() { }

    public Case(Definition definition, int version, StartCase request, CaseStarter starter, DateTime at)
    {
        Ensure(request.Title.Trim() is { Length: > 0 and <= TitleLength }, CaseRules.TitleFits, TitleLength);
        Ensure(request.BusinessKey is null or { Length: > 0 and <= KeyLength }, CaseRules.KeyFits, KeyLength);
        Ensure(starter.Depth <= DeepestCall, CaseRules.CallsTooDeep, DeepestCall);
        (DefinitionId, DefinitionKey, VersionId, Version) = (definition.Id, definition.Key, definition.CurrentVersionId!.Value, version);
        (UnitId, Title, BusinessKey) = (request.UnitId, request.Title.Trim(), request.BusinessKey);
        (StarterId, StartedBy, StartedAt, MovedAt) = (starter.PersonId, starter.Name, at, at);
        (ParentId, ParentInstance, Depth) = (starter.ParentCaseId, starter.ParentInstance, starter.Depth);
        State = CaseStateJson.Write(CaseState.Blank);
    }

    public Guid DefinitionId { get; private set; }

    public string DefinitionKey { get; private set; } = "";

    public Guid VersionId { get; private set; }

    public int Version { get; private set; }

    public Guid UnitId { get; private set; }

    public string Title { get; private set; } = "";

    public string? BusinessKey { get; private set; }

    /// <summary>The person who started it; null where the system or a visitor did.</summary>
    public Guid? StarterId { get; private set; }

    public string StartedBy { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    /// <summary>When something happened last.</summary>
    public DateTime MovedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public CaseOutcome Outcome { get; private set; }

    /// <summary>The last time somebody urged it.</summary>
    public DateTime? UrgedAt { get; private set; }

    /// <summary>The case that called this one, and where; null where none did.</summary>
    public Guid? ParentId { get; private set; }

    public int? ParentInstance { get; private set; }

    /// <summary>How many calls deep it stands; 0 where none called it.</summary>
    public int Depth { get; private set; }

    /// <summary>Everything needed to go on, as <see cref="CaseStateJson"/> writes it.</summary>
    public string State { get; private set; } = "";

    /// <summary>How many events have been applied: the number of the last step in the journal.</summary>
    public int Steps { get; private set; }

    /// <summary>What messages find it by when a drawing names no key.</summary>
    public string MessageKey => BusinessKey ?? Id.ToString();

    public CaseState Read() => CaseStateJson.Read(State);

    /// <summary>Lets the event happen, unless it can't any more.</summary>
    public StepResult Apply(ProcessGraph graph, CaseEvent happened)
    {
        var result = ProcessEngine.Step(graph, Read(), happened);
        if (result.Refusal is not null)
            return result;
        State = CaseStateJson.Write(result.State);
        Ensure(State.Length <= CaseRules.LargestState, CaseRules.StateFits);
        (Steps, MovedAt) = (Steps + 1, happened.At.UtcDateTime);
        if (result.State.Status != CaseStatus.Running)
            End(Enum.Parse<CaseOutcome>(result.State.Status.ToString()), happened.At.UtcDateTime);
        return result;
    }

    /// <exception cref="RuleBroken">It was urged a short while ago, or has ended.</exception>
    public void Urge(DateTime at, TimeSpan pause)
    {
        Ensure(Outcome == CaseOutcome.Running, CaseRules.NotRunning);
        Ensure(UrgedAt is not { } last || at - last >= pause, CaseRules.UrgedAlready, (int)pause.TotalHours);
        UrgedAt = at;
    }

    private void End(CaseOutcome outcome, DateTime at)
    {
        (Outcome, EndedAt) = (outcome, at);
        Raise(new CaseEnded(Id, DefinitionKey, BusinessKey, outcome));
    }
}

/// <summary>Who starts a case: a person, or another case.</summary>
internal sealed record CaseStarter(string Name, Guid? PersonId = null, Guid? ParentCaseId = null, int? ParentInstance = null, int Depth = 0);
