using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Workflows.Due;

/// <summary>Wakes the loop as soon as something may be due.</summary>
internal sealed class DueSignal(INodes nodes) : SharedSignal(nodes, "Workflows.Due"), ISingletonDependency;
