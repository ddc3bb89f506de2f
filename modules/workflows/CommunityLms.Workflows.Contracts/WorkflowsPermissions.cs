namespace CommunityLms.Workflows.Contracts;

/// <summary>The names of the module's permissions.</summary>
public static class WorkflowsPermissions
{
    public static class Definitions
    {
        public const string View = "Workflows.Definitions.View";
        public const string Edit = "Workflows.Definitions.Edit";
    }

    public static class Cases
    {
        public const string View = "Workflows.Cases.View";

        /// <summary>Retry, skip, move, reassign, cancel: on a unit, for the cases that take place there.</summary>
        public const string Intervene = "Workflows.Cases.Intervene";
    }
}
