namespace CommunityLms.Workflows.Definitions;

/// <summary>The <c>lms:</c> attributes of a process that the runtime reads (docs/workflow-drawings.md).</summary>
internal static class ProcessProperties
{
    /// <summary>"anyone", or keys of roles: who may ask for a case.</summary>
    public const string RequestedBy = "requestedBy";

    /// <summary>Key of the form by which people ask for a case.</summary>
    public const string Form = "form";

    public const string Anyone = "anyone";

    /// <summary>FEEL: the title of a case that was asked for.</summary>
    public const string Title = "title";
}
