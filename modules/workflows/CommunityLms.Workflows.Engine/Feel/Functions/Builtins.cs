using System.Collections.Frozen;
using CommunityLms.Workflows.Engine.Feel.Syntax;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>The built-in context (DMN 1.5, 10.3.2.11.3).</summary>
internal static class Builtins
{
    private static readonly FrozenDictionary<string, Builtin> ByName = Enumerable.Empty<Builtin>()
        .Concat(ConversionFunctions.All)
        .Concat(TemporalConversionFunctions.All)
        .Concat(StringFunctions.All)
        .Concat(PatternFunctions.All)
        .Concat(ListFunctions.All)
        .Concat(ListEditingFunctions.All)
        .Concat(StatisticFunctions.All)
        .Concat(NumberFunctions.All)
        .Concat(RangeFunctions.All)
        .Concat(TemporalFunctions.All)
        .Concat(ContextFunctions.All)
        .ToFrozenDictionary(b => b.Name, StringComparer.Ordinal);

    public static NameTree Names { get; } = Tree();

    public static Builtin? Find(string name) => ByName.GetValueOrDefault(name);

    private static NameTree Tree()
    {
        var tree = new NameTree();
        foreach (var name in ByName.Keys)
            tree.Add(name);
        return tree;
    }
}
