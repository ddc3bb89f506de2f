namespace CommunityLms.Kernel.Tabular;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A day, without time.</summary>
    Date,

    /// <summary>A number without fraction.</summary>
    WholeNumber,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>An email address.</summary>
    Email,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>One word of a choice.</summary>
/// <param name="Value">What the program keeps, for example the name of an enum member.</param>
/// <param name="Words">What people write, the first being the one offered: "Male", "男", "M".</param>
public sealed record TableChoice(string Value, params string[] Words);

/// <summary>
/// A column an import understands. Made by the methods named after the kinds, completed by <c>with</c>.
/// Columns are the same when their names are, so a declaration may be a property that makes a new one each time.
/// </summary>
public sealed record TableColumn
{
    private TableColumn(string name, ColumnKind kind) => (Name, Kind) = (name, kind);

    /// <summary>The heading in English, at once the key of its translation.</summary>
    public string Name { get; }

    /// <summary>What the cells hold.</summary>
    public ColumnKind Kind { get; }

    /// <summary>Other headings people use, in any language; case, spaces, punctuation and full-width forms don't matter.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The table must have the column, and each row a value in it.</summary>
    public bool Required { get; init; }

    /// <summary>Characters a text may have.</summary>
    public int MaxLength { get; private init; } = int.MaxValue;

    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<TableChoice> Choices { get; private init; } = [];

    /// <summary>What to enter, in English, at once the key of its translation.</summary>
    public string Help { get; init; } = "";

    /// <summary>A value as people would enter it.</summary>
    public string Example { get; init; } = "";

    /// <summary>A value as a cell holds it; of a choice the first word, which is the key of its translations. Null for nothing.</summary>
    public string? Shown(object? value) => value switch
    {
        null or "" => null,
        string text when Choices.Count > 0 => Choices.FirstOrDefault(choice => choice.Value == text)?.Words[0] ?? text,
        string text => text,
        _ => TableWriter.Plain(value),
    };

    /// <inheritdoc />
    public bool Equals(TableColumn? other) => other?.Name == Name;

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>A column of texts of limited length.</summary>
    public static TableColumn Text(string name, int maxLength) => new(name, ColumnKind.Text) { MaxLength = maxLength };

    /// <summary>A column of days.</summary>
    public static TableColumn Date(string name) => new(name, ColumnKind.Date) { Example = "2026-09-01" };

    /// <summary>A column of numbers without fraction.</summary>
    public static TableColumn WholeNumber(string name) => new(name, ColumnKind.WholeNumber);

    /// <summary>A column of words from a list.</summary>
    public static TableColumn Choice(string name, params TableChoice[] choices) => new(name, ColumnKind.Choice) { Choices = choices };

    /// <summary>A column of email addresses.</summary>
    public static TableColumn Email(string name) => new(name, ColumnKind.Email) { MaxLength = 254 };

    /// <summary>A column of yes and no.</summary>
    public static TableColumn YesNo(string name) => new(name, ColumnKind.YesNo)
    {
        Choices = [new("true", "Yes", "是", "y", "true", "1", "√", "✓"), new("false", "No", "否", "n", "false", "0", "×", "✗")],
    };
}
