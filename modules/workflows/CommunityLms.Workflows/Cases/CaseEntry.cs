using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Engine.Execution;

namespace CommunityLms.Workflows.Cases;

/// <summary>
/// One entry of a case's journal: an event that was applied, with what it brought about, or something people did beside it. All steps, in order,
/// lead to the case's state again.
/// </summary>
[NotAudited]
internal sealed class CaseEntry : Entity, IMultiTenant
{
    private static readonly JsonSerializerOptions s_lines = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private CaseEntry() { }

    public CaseEntry(EntryKind kind, Guid caseId, DateTime at, CaseActor actor, string? nodeId = null, string? text = null, Guid? aboutPersonId = null) =>
        (Kind, CaseId, At, Who, PersonId, NodeId, Text, AboutPersonId) = (kind, caseId, at, actor.Name, actor.PersonId, nodeId, Data.Texts.Cut(text), aboutPersonId);

    /// <summary>An event was applied.</summary>
    public static CaseEntry Step(Case running, CaseEvent happened, IReadOnlyList<JournalEntry> lines, CaseActor actor, string? reason) =>
        new(EntryKind.Step, running.Id, happened.At.UtcDateTime, actor, text: reason)
        {
            Number = running.Steps,
            Event = CaseEventJson.Write(happened),
            Lines = JsonSerializer.Serialize(lines, s_lines),
        };

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public EntryKind Kind { get; private set; }

    /// <summary>The number of the step, from 1 without a gap; null for what changed no state.</summary>
    public int? Number { get; private init; }

    public DateTime At { get; private set; }

    public string Who { get; private set; } = "";

    /// <summary>Who did it; null for the system.</summary>
    public Guid? PersonId { get; private set; }

    public string? NodeId { get; private set; }

    /// <summary>Whom it concerns: who got the task, for whom a deputy acted.</summary>
    public Guid? AboutPersonId { get; private set; }

    /// <summary>A reason, a comment, the name of the seal.</summary>
    public string? Text { get; private set; }

    /// <summary>The event as <see cref="CaseEventJson"/> writes it; null for what changed no state.</summary>
    public string? Event { get; private init; }

    /// <summary>What the event brought about, as JSON.</summary>
    public string? Lines { get; private init; }

    public IReadOnlyList<JournalEntry> ReadLines() => Lines is null ? [] : JsonSerializer.Deserialize<List<JournalEntry>>(Lines, s_lines)!;
}

/// <summary>Who acts, as the journal names them.</summary>
internal sealed record CaseActor(string Name, Guid? PersonId);

/// <summary>Stored by name: a name never changes.</summary>
internal enum EntryKind
{
    Step,
    Claimed,
    Returned,
    Transferred,
    Delegated,
    HandedBack,
    Commented,
    Sealed,
    ActedFor,
    CopiedTo,
    Urged,
    Reminded,
    Escalated,
    Reassigned,
    TriedAgain,
}
