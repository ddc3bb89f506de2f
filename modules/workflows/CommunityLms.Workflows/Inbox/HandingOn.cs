using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Workflows.Inbox;

/// <summary>Brings a task, or the sight of its case, to somebody else.</summary>
internal sealed class HandingOn(PassingOn passing, SendingBack back) : IScopedDependency
{
    public Task Handle(Guid workItemId, Guid toPersonId, HandOnWay how, string? remark, CancellationToken cancel) => how switch
    {
        HandOnWay.Delegate => passing.Delegate(workItemId, toPersonId, remark, cancel),
        HandOnWay.AskOneMore => back.AddApprover(workItemId, toPersonId, cancel),
        HandOnWay.Show => passing.CopyTo(workItemId, toPersonId, cancel),
        _ => passing.Transfer(workItemId, toPersonId, remark, cancel),
    };
}

internal enum HandOnWay
{
    [Display(Name = "It is theirs from now on")]
    Transfer,

    [Display(Name = "They work on it, then it comes back to me")]
    Delegate,

    [Display(Name = "They decide as well")]
    AskOneMore,

    [Display(Name = "They only get to see the case")]
    Show,
}
