namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>A case ends once: completed, failed or cancelled; its variables stay to be read.</summary>
internal static class CaseEnd
{
    public static void Complete(CaseRun execution) => End(execution, CaseStatus.Completed, null);

    public static void Fail(CaseRun execution, string code)
    {
        ScopeEnd.Empty(execution, execution.Scopes[0].Number);
        End(execution, CaseStatus.Failed, code);
    }

    public static void Cancel(CaseRun execution)
    {
        ScopeEnd.Empty(execution, execution.Scopes[0].Number);
        End(execution, CaseStatus.Cancelled, null);
    }

    private static void End(CaseRun execution, CaseStatus status, string? errorCode)
    {
        (execution.Status, execution.ErrorCode) = (status, errorCode);
        execution.Write(JournalKind.CaseEnded, null, 0, errorCode);
        execution.Commands.Add(new EndCase(status, errorCode));
    }
}
