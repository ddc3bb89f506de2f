using System.Text.Json;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Workflows.Due;

/// <summary>
/// Something to be done at a moment: written in the transaction that asked for it, and taken away in the transaction that does it,
/// so that a killed process neither loses it nor does it twice (docs/adr/0010).
/// </summary>
[NotAudited]
internal sealed class DueWork : Entity, IMultiTenant
{
    private DueWork() { }

    public DueWork(DueKind kind, Guid ownerId, int number, DateTime dueAt, object? payload = null) =>
        (Kind, OwnerId, Number, DueAt, Payload) = (kind, ownerId, number, dueAt, payload is null ? null : JsonSerializer.Serialize(payload, payload.GetType()));

    public Guid TenantId { get; private set; }

    public DueKind Kind { get; private set; }

    /// <summary>The case it belongs to; for a kept message and a start point that one.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The subscription or node instance of the case it belongs to.</summary>
    public int Number { get; private set; }

    /// <summary>When it is due; while a node works on it, when another may take it over.</summary>
    public DateTime DueAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>What is needed to do it, as JSON.</summary>
    public string? Payload { get; private set; }

    /// <summary>What went wrong the last time.</summary>
    public string? Error { get; private set; }

    /// <summary>Given up after too many tries, until somebody asks for another.</summary>
    public bool IsHeld { get; private set; }

    public T Read<T>() => JsonSerializer.Deserialize<T>(Payload ?? throw new InvalidOperationException($"{Kind} {Id} says nothing."))!;

    public void DoAt(DateTime at) => DueAt = at;

    /// <summary>Sets it aside: its moment never comes by itself.</summary>
    public void Hold(string error) => (IsHeld, DueAt, Error) = (true, DateTime.MaxValue.Date, error);

    public void TryAgain(DateTime at) => (IsHeld, DueAt, Attempts) = (false, at, 0);
}

/// <summary>Stored by name: a name never changes.</summary>
internal enum DueKind
{
    Timer,
    Activity,

    /// <summary>A message that was sent; kept while nobody waits for it.</summary>
    Message,

    /// <summary>A called case is to begin.</summary>
    Call,

    /// <summary>A called case has ended, and this one may go on.</summary>
    Answer,

    /// <summary>A called case isn't needed any more.</summary>
    Recall,

    /// <summary>A definition begins a case by the clock.</summary>
    Start,

    /// <summary>People are to be told something.</summary>
    News,

    /// <summary>A task is to be called to mind.</summary>
    Reminder,

    /// <summary>A task has waited too long: others are to hear of it.</summary>
    Escalation,
}
