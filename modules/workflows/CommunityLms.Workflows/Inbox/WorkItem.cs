using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Data;

namespace CommunityLms.Workflows.Inbox;

/// <summary>A task that waits in somebody's inbox: for one person, or for whoever holds a role on a unit.</summary>
[NotAudited]
internal sealed class WorkItem : Aggregate
{
    public const int NameLength = 200;

    private WorkItem() { }

    public WorkItem(Guid caseId, int instance, string nodeId, string name, Doer doer, DateTime openedAt, DateOnly? dueOn)
    {
        (CaseId, Instance, NodeId, Name, OpenedAt) = (caseId, instance, nodeId, Texts.Cut(name, NameLength), openedAt);
        (DueOn, SortDue) = (dueOn, dueOn ?? DateOnly.MaxValue);
        (Role, RoleUnitId) = (doer.Role, doer.RoleUnitId);
        GiveTo(doer.PersonId);
    }

    public Guid CaseId { get; private set; }

    /// <summary>The node instance of the case.</summary>
    public int Instance { get; private set; }

    public string NodeId { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Who has it; null while it is open to everyone of the role, or nobody could be found.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The role whose holders on <see cref="RoleUnitId"/> may take it; null where it is a person's own.</summary>
    public string? Role { get; private set; }

    public Guid? RoleUnitId { get; private set; }

    /// <summary>To whom it comes back when whoever has it now is done (委派); null where it was not delegated.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>In whose inbox it lies, as <see cref="Recipients"/> writes it.</summary>
    public string Recipient { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>What inboxes are sorted by: the most overdue first, what has no date last.</summary>
    public DateOnly SortDue { get; private set; }

    public WorkState State { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who did it.</summary>
    public Guid? DoneById { get; private set; }

    /// <summary>What was entered and not yet sent, as JSON.</summary>
    public string? Draft { get; private set; }

    /// <summary>Takes a task of the group for oneself.</summary>
    /// <exception cref="RuleBroken">Somebody has it already, or it is closed.</exception>
    public void Claim(Guid personId)
    {
        EnsureOpen();
        Ensure(PersonId is null || PersonId == personId, WorkRules.TakenByOther);
        GiveTo(personId);
    }

    /// <summary>Gives it back to the group.</summary>
    /// <exception cref="RuleBroken">There is no group, or it is closed.</exception>
    public void Return()
    {
        EnsureOpen();
        Ensure(Role is not null && PersonId is not null && OwnerId is null, WorkRules.NoGroup);
        GiveTo(null);
    }

    /// <summary>Hands it to somebody else for good (转办).</summary>
    public void Transfer(Guid toPersonId)
    {
        EnsureOpen();
        Ensure(toPersonId != PersonId, WorkRules.HasItAlready);
        OwnerId = null;
        GiveTo(toPersonId);
    }

    /// <summary>Lets somebody else work on it; it comes back before it goes on (委派).</summary>
    /// <exception cref="RuleBroken">It was delegated already, that person has it, or it is closed.</exception>
    public void Delegate(Guid ownerId, Guid toPersonId)
    {
        EnsureOpen();
        Ensure(OwnerId is null, WorkRules.DelegatedAlready);
        Ensure(toPersonId != ownerId && toPersonId != PersonId, WorkRules.HasItAlready);
        OwnerId = ownerId;
        GiveTo(toPersonId);
    }

    /// <summary>The delegate is done: the owner sees what was entered, and decides.</summary>
    public void HandBack(string draft)
    {
        EnsureOpen();
        GiveTo(OwnerId);
        (OwnerId, Draft) = (null, draft);
    }

    public void Keep(string draft)
    {
        EnsureOpen();
        Draft = draft;
    }

    /// <exception cref="RuleBroken">It is closed, or it was delegated and isn't back.</exception>
    public void Done(Guid byPersonId, DateTime at)
    {
        EnsureOpen();
        (State, DoneById, ClosedAt, Draft) = (WorkState.Done, byPersonId, at, null);
    }

    /// <summary>The case went on without it.</summary>
    public void Withdraw(DateTime at)
    {
        if (State == WorkState.Open)
            (State, ClosedAt) = (WorkState.Withdrawn, at);
    }

    public void EnsureOpen() => Ensure(State == WorkState.Open, WorkRules.Closed);

    private void GiveTo(Guid? personId)
    {
        PersonId = personId;
        Recipient = personId is { } person ? Recipients.Of(person) : Role is { } role ? Recipients.Of(role, RoleUnitId!.Value) : Recipients.Nobody;
    }
}

/// <summary>Stored by name: a name never changes.</summary>
internal enum WorkState
{
    Open,
    Done,
    Withdrawn,
}

/// <summary>Who is to do a task: a person, a role on a unit, or nobody that could be found.</summary>
internal sealed record Doer(Guid? PersonId, string? Role = null, Guid? RoleUnitId = null)
{
    public static Doer Nobody { get; } = new((Guid?)null);

    public bool IsNobody => PersonId is null && Role is null;
}

/// <summary>In whose inbox a task lies, as one text, so that an inbox is one range of one index.</summary>
internal static class Recipients
{
    public const int Length = 200;
    public const string Nobody = "-";

    public static string Of(Guid personId) => $"person {personId:N}";

    public static string Of(string role, Guid unitId) => $"{unitId:N} {Texts.Cut(role, Lengths.Role)}";
}

internal static class WorkRules
{
    public static readonly Rule Closed = new("This task was done or withdrawn in the meantime.");
    public static readonly Rule TakenByOther = new("Somebody else has taken this task.");
    public static readonly Rule NoGroup = new("There is no group to give this task back to.");
    public static readonly Rule HasItAlready = new("That person has the task already. Choose another one.", "PersonId");
    public static readonly Rule DelegatedAlready = new("The task is with somebody you asked already; it comes back from there.");
    public static readonly Rule NoSuchPerson = new("Choose a person of the institute who hasn’t left.", "PersonId");
    public static readonly Rule NotAsked = new("The task doesn’t ask for “{0}”.");
    public static readonly Rule AnswerMissing = new("“{0}” is missing.");
    public static readonly Rule NotKeeper = new("Only somebody who keeps the seal of “{0}” today can give it.");
    public static readonly Rule NoSendingBack = new("This task can’t be sent back.");
    public static readonly Rule NotVisited = new("The case hasn’t been at that step, so it can’t go back there.", "TargetNodeId");
    public static readonly Rule NoMoreApprovers = new("Nobody can be added to this task.");
    public static readonly Rule AskedAlready = new("That person is asked already. Choose another one.", "PersonId");
    public static readonly Rule GoneOn = new("Somebody has acted after you, so the task can’t be taken back.");
    public static readonly Rule NoBulk = new("“{0}” has to be opened; it can’t be decided together with others.");
}
