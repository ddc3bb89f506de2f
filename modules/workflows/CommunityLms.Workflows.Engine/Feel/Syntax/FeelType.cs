using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Syntax;

/// <summary>A type expression, grammar rule 52 (DMN 1.5, 10.3.2.9).</summary>
internal abstract record FeelType
{
    /// <summary>Whether a value other than null is of the type.</summary>
    public abstract bool Includes(FeelValue value);

    /// <summary>Whether every value of this type can stand where the other is expected (10.3.2.9.2).</summary>
    public virtual bool ConformsTo(FeelType other) => other == FeelTypes.Any || this == other;

    /// <summary>A type in it that isn't in the lattice; null where all are.</summary>
    public virtual string? FindUnknown() => null;
}

/// <param name="Kind">Null for Any.</param>
internal sealed record SimpleType(string Name, FeelKind? Kind) : FeelType
{
    public override bool Includes(FeelValue value) => Kind is null || value.Kind == Kind;

    public override bool ConformsTo(FeelType other) => Kind == FeelKind.Null || base.ConformsTo(other);
}

internal sealed record UnknownType(string Name) : FeelType
{
    public override bool Includes(FeelValue value) => false;

    public override string? FindUnknown() => Name;
}

internal sealed record ListType(FeelType Item) : FeelType
{
    public override bool Includes(FeelValue value) => value is FeelList list && list.All(i => FeelTypes.Fits(i, Item));

    public override bool ConformsTo(FeelType other) => other is ListType list ? Item.ConformsTo(list.Item) : base.ConformsTo(other);

    public override string? FindUnknown() => Item.FindUnknown();
}

internal sealed record RangeType(FeelType Of) : FeelType
{
    public override bool Includes(FeelValue value) => value is FeelRange range && FeelTypes.Fits(range.Start, Of) && FeelTypes.Fits(range.End, Of);

    public override bool ConformsTo(FeelType other) => other is RangeType range ? Of.ConformsTo(range.Of) : base.ConformsTo(other);

    public override string? FindUnknown() => Of.FindUnknown();
}

internal sealed record ContextType(IReadOnlyList<KeyValuePair<string, FeelType>> Entries) : FeelType
{
    public override bool Includes(FeelValue value) =>
        value is FeelContext context && Entries.All(e => context.TryGetValue(e.Key, out var entry) && FeelTypes.Fits(entry, e.Value));

    public override bool ConformsTo(FeelType other) => other is ContextType context
        ? context.Entries.All(wanted => Entries.Any(e => e.Key == wanted.Key && e.Value.ConformsTo(wanted.Value)))
        : base.ConformsTo(other);

    public override string? FindUnknown() => Entries.Select(e => e.Value.FindUnknown()).FirstOrDefault(n => n is not null);
}

internal sealed record FunctionType(IReadOnlyList<FeelType> Parameters, FeelType Result) : FeelType
{
    public override bool Includes(FeelValue value) => value is FeelFunction function && function.Type.ConformsTo(this);

    /// <summary>Parameters the other way round, the result the same way.</summary>
    public override bool ConformsTo(FeelType other) => other is FunctionType function
        ? Parameters.Count == function.Parameters.Count && Parameters.Zip(function.Parameters).All(p => p.Second.ConformsTo(p.First)) && Result.ConformsTo(function.Result)
        : base.ConformsTo(other);

    public override string? FindUnknown() => Parameters.Append(Result).Select(t => t.FindUnknown()).FirstOrDefault(n => n is not null);
}
