using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel;

/// <summary>
/// The names an expression may use, which decide how it is read: <c>a-b</c> is one name where there is such a name and a
/// subtraction where there isn't (DMN 1.5, 10.3.1.6). Immutable.
/// </summary>
public sealed class FeelNames
{
    /// <param name="variables">Names of variables.</param>
    /// <param name="entries">Names of the entries of contexts, which follow a point or stand in a filter.</param>
    public FeelNames(IEnumerable<string> variables, IEnumerable<string>? entries = null)
    {
        foreach (var name in variables)
            Variables.Add(name);
        foreach (var name in entries ?? [])
            Entries.Add(name);
    }

    internal NameTree Variables { get; } = new();

    internal NameTree Entries { get; } = new();

    /// <summary>The names of these variables and of every entry of a context inside them.</summary>
    public static FeelNames Of(IReadOnlyDictionary<string, FeelValue> variables)
    {
        var entries = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in variables.Values)
            Collect(value, entries);
        return new(variables.Keys, entries);
    }

    private static void Collect(FeelValue value, HashSet<string> entries)
    {
        if (value is FeelContext context)
        {
            entries.UnionWith(context.Keys);
            foreach (var inner in context.Values)
                Collect(inner, entries);
        }
        else if (value is FeelList list)
        {
            foreach (var item in list)
                Collect(item, entries);
        }
    }
}
