namespace CommunityLms.Workflows.Contracts;

/// <summary>The institute's published workflows, for modules whose records follow one.</summary>
public interface IWorkflowLibrary
{
    /// <returns>In the order of their names.</returns>
    Task<IReadOnlyList<WorkflowInfo>> Published(CancellationToken cancel);

    /// <summary>Brings a drawing in and publishes it, for a first start or a sample: where the institute has a workflow of that short name, nothing happens. It asks for no permission.</summary>
    /// <param name="drawing">BPMN 2.0.</param>
    /// <exception cref="Kernel.Domain.RuleBroken">The drawing has errors; each is named.</exception>
    Task Bring(string key, string name, string drawing, CancellationToken cancel);
}

/// <param name="Key">Its short name.</param>
public sealed record WorkflowInfo(string Key, string Name);
