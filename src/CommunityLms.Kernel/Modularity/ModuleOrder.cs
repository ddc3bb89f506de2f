namespace CommunityLms.Kernel.Modularity;

/// <summary>Depth-first topological order that names every circle and every missing module.</summary>
internal static class ModuleOrder
{
    public static IReadOnlyList<ModuleDescriptor> Sort(IReadOnlyList<ModuleDescriptor> modules, Action<ModuleDescriptor, string> fail)
    {
        var byKey = modules.Where(m => m.Type is not null).GroupBy(m => m.AssemblyKey).ToDictionary(g => g.Key, g => g.First());
        var sorted = new List<ModuleDescriptor>();
        var done = new HashSet<ModuleDescriptor>();
        var path = new List<ModuleDescriptor>();
        foreach (var module in modules)
            Visit(module);
        return sorted;

        void Visit(ModuleDescriptor module)
        {
            if (done.Contains(module))
                return;
            path.Add(module);
            foreach (var need in module.Needs)
                Follow(module, need);
            path.Remove(module);
            if (done.Add(module))
                sorted.Add(module);
        }

        void Follow(ModuleDescriptor module, string need)
        {
            if (!byKey.TryGetValue(need, out var needed))
            {
                fail(module, $"It needs {need}, which is not installed. Install it, or remove {module.Name}.");
                return;
            }
            if (path.IndexOf(needed) is var start and >= 0)
            {
                fail(module, $"It needs itself by a circle: {string.Join(" → ", path.Skip(start).Append(needed).Select(m => m.Name))}. Break it with an integration event.");
                return;
            }
            Visit(needed);
            if (needed.State == ModuleState.Disabled)
                fail(module, $"It needs {needed.Name}, which is disabled.");
        }
    }
}
