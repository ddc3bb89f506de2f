using System.Diagnostics.CodeAnalysis;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>A context of the scope, and what lies around it (DMN 1.5, 10.3.2.11). The built-in context is the program's.</summary>
internal abstract class FeelScope(FeelScope? parent)
{
    protected abstract bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value);

    /// <summary>The value of the innermost entry of that name; null where there is none.</summary>
    public FeelValue? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.TryGet(name, out var value))
                return value;
        }

        return null;
    }

    private FeelScope? Outer { get; } = parent;
}

/// <summary>The global context: the variables given to the evaluation.</summary>
internal sealed class GlobalScope(IReadOnlyDictionary<string, FeelValue> variables) : FeelScope(parent: null)
{
    protected override bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value) => variables.TryGetValue(name, out value);
}

/// <summary>One name: the variable of a loop, or the tested value under the name "?".</summary>
internal sealed class BindingScope(string bound, FeelValue to, FeelScope parent) : FeelScope(parent)
{
    protected override bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        value = to;
        return name == bound;
    }
}

/// <summary>The results of a loop so far, under the name "partial" (DMN 1.5, 10.3.2.14). The list is made only when somebody asks.</summary>
internal sealed class PartialScope(List<FeelValue> results, FeelScope parent) : FeelScope(parent)
{
    protected override bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        value = name == "partial" ? new FeelList([.. results]) : null;
        return value is not null;
    }
}

/// <summary>The entries of a context expression that are evaluated already; functions in it see the later ones when they are called.</summary>
internal sealed class EntriesScope(OrderedDictionary<string, FeelValue> entries, FeelScope parent) : FeelScope(parent)
{
    protected override bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value) => entries.TryGetValue(name, out value);
}

/// <summary>An item of the list that is filtered: under the name "item", its entries under their own (DMN 1.5, 10.3.2.5).</summary>
internal sealed class ItemScope(FeelValue item, FeelScope parent) : FeelScope(parent)
{
    private readonly FeelContext? _entries = item as FeelContext;

    protected override bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        if (_entries is not null && _entries.TryGetValue(name, out value))
            return true;
        value = item;
        return name == "item";
    }
}
